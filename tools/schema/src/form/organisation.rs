//! The profile of the organisation, which stands at the top of every form.

use dspt::{Certificate, Nation, Nhsmail, Sector};

use super::bounds::Bounds;
use super::field::{Field, Group, Kind, Shown, Word};

/// The key of the profile in the form data, and those of what other fields depend on.
pub(super) const KEY: &str = "organisation";
pub(super) const NHSMAIL: &str = "nhsmail";
pub(super) const HELD: &str = "held";
pub(super) const YES: &str = "yes";

/// The roles that the profile asks about, by their keys.
const ROLES: [(&str, &str); 4] = [
    ("caldicottGuardian", "Caldicott Guardian"),
    ("seniorInformationRiskOwner", "Senior information risk owner"),
    ("informationGovernanceLead", "Information governance lead"),
    ("dataProtectionOfficer", "Data protection officer"),
];

/// The most characters that the pattern of an ODS code lets through.
const ODS_CODE: u64 = 10;

/// The fields of the profile.
pub(super) fn organisation(bounds: &Bounds<'_>) -> Field {
    let line = |key, title, description, name| {
        Field::new(key, title, description, Kind::Line { max_length: bounds.length(name, key) })
    };
    let ods_code = Kind::Code { max_length: ODS_CODE, pattern: bounds.pattern("OdsCode").to_owned() };
    let about_code = "The code by which the NHS knows you: 3 to 10 capitals and digits, such as VM0X1.";
    let roles = ROLES.into_iter().map(|(key, name)| line(key, name, "A name or a job title.", "RoleHolders"));
    let roles = Group { fields: roles.collect(), together: &[] };
    let mut fields = vec![
        Field::new("odsCode", "ODS code", about_code, ods_code).required(),
        line("name", "Name", "The name of the organisation.", "Organisation"),
        Field::new("sector", "Sector", "The questions here are those for adult social care.", sectors()).required(),
        Field::new("nation", "Where you work", "The toolkit covers care services in England.", nations()).required(),
        Field::new(NHSMAIL, "Do you use NHSmail?", "The NHS's own email service.", nhsmail()),
    ];
    fields.extend(Certificate::ALL.iter().copied().map(holding));
    fields.push(Field::new(
        "roleHolders",
        "Who holds these roles",
        "All optional. A job title is enough.",
        Kind::Group(roles),
    ));
    fields.push(Field::new(
        "profileConfirmedOn",
        "Profile last confirmed on",
        "The day on which somebody last checked that this profile is right.",
        Kind::Date,
    ));
    fields.push(Field::new(
        "profileChangedOn",
        "Profile last changed on",
        "The day on which something in this profile last changed.",
        Kind::Date,
    ));
    let group = Kind::Group(Group { fields, together: &[] });
    Field::new(KEY, "Your organisation", "The profile. Some questions depend on it.", group).required()
}

fn sectors() -> Kind {
    let words = Sector::ALL.iter().map(|sector| {
        let label = match sector {
            Sector::SocialCare => "Adult social care",
            Sector::Other => "Another sector",
        };
        Word::new(sector.as_str(), label)
    });
    Kind::Choice(words.collect())
}

fn nations() -> Kind {
    let words = Nation::ALL.iter().map(|nation| Word::new(nation.as_str(), dspt::json::label(nation.as_str())));
    Kind::Choice(words.collect())
}

fn nhsmail() -> Kind {
    let words = Nhsmail::ALL.iter().map(|answer| {
        let label = match answer {
            Nhsmail::OnlyEmailSystem => "Yes, it is our only email system",
            Nhsmail::Used => "Yes, beside other email",
            Nhsmail::No => "No",
            Nhsmail::NotSure => "Not sure",
        };
        Word::new(answer.as_str(), label)
    });
    Kind::Choice(words.collect())
}

/// Where the profile says whether a certificate is held.
pub(super) const fn certificate(certificate: Certificate) -> &'static str {
    match certificate {
        Certificate::CyberEssentialsPlus => "cyberEssentialsPlus",
        Certificate::CyberEssentials => "cyberEssentials",
        Certificate::Iso27001 => "iso27001",
    }
}

/// Whether a certificate is held; its dates are asked for once it is.
fn holding(certificate: Certificate) -> Field {
    let name = certificate.name();
    let about = match certificate {
        Certificate::CyberEssentialsPlus => "The scheme with a test by an assessor.",
        Certificate::CyberEssentials => "The scheme in which you assess yourself. It takes no question away.",
        Certificate::Iso27001 => "The standard for managing information security. It takes no question away here.",
    };
    let answers = [(YES, "Yes"), ("no", "No"), ("not-sure", "Not sure")].map(|(word, label)| Word::new(word, label));
    let held = Kind::Choice(answers.into());
    let held = Field::new(HELD, format!("Do you hold {name}?"), "If you do, its dates are asked for next.", held);
    let date = |key, what, description| {
        Field::new(key, format!("{name} {what} on"), description, Kind::Date).required().shown(Shown::While(HELD, YES))
    };
    let fields = vec![
        held,
        date("issuedOn", "issued", "The first day on which it counts."),
        date("expiresOn", "expires", "The last day on which it counts."),
    ];
    Field::new(self::certificate(certificate), name, about, Kind::Group(Group { fields, together: &[] }))
}
