//! The assessment: one organisation's answers to one edition.

use serde::de::MapAccess;
use serde::{Deserializer, Serialize, Serializer};

use super::organisation::Organisation;
use super::past::{History, PastPublication};
use super::plan::ActionPlan;
use super::response::{Origin, Response};
use super::site::{Site, Sites};
use crate::bank::{AssertionCode, EditionId, QuestionBank, QuestionCode};
use crate::reading::{
    Cause, Doc, Problem, Read, ReadError, Seed, Segment, Take, document_format, read_document, record, take,
};

/// The most bytes of an assessment.
const MAX_ASSESSMENT: usize = 4 * 1024 * 1024;
/// The most answers; no edition has so many questions.
const MAX_RESPONSES: usize = 1_000;

/// What an organisation says for one edition: its profile, its past publications and its answers; at most 4 MiB of JSON.
///
/// ```
/// use dspt::Assessment;
///
/// let assessment = Assessment::from_json(
///     r#"{
///         "format": "dspt.assessment.v1",
///         "edition": "2025-26",
///         "organisation": { "odsCode": "VM0X1", "sector": "social-care", "nation": "england" },
///         "responses": { "1.1.1": { "kind": "text", "text": "ZA123456" } }
///     }"#,
/// )?;
/// assert_eq!(assessment.responses().len(), 1);
/// # Ok::<(), dspt::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    format: AssessmentFormat,
    /// The edition whose questions are answered.
    pub(crate) edition: EditionId,
    /// The organisation and its answers to the profile questions.
    pub(crate) organisation: Organisation,
    /// The sites on record for the organisation, each once.
    #[serde(skip_serializing_if = "Sites::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    sites: Sites,
    /// What the organisation has published, oldest first.
    #[serde(skip_serializing_if = "History::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) publications: History,
    /// The assertions that have been confirmed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) assertions_confirmed: Vec<AssertionCode>,
    /// The action plan that comes with Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) action_plan: Option<ActionPlan>,
    /// The answers by question code.
    responses: Responses,
}

record!(Assessment, "an assessment with `format`, `edition`, `organisation` and `responses`", {
    format: required "format",
    edition: required "edition",
    organisation: required "organisation",
    sites: or_empty "sites",
    publications: or_empty "publications",
    assertions_confirmed: or_empty "assertionsConfirmed",
    action_plan: optional "actionPlan",
    responses: required "responses",
});

document_format!(AssessmentFormat = "dspt.assessment.v1");

impl Assessment {
    /// Reads an assessment of format `dspt.assessment.v1`.
    ///
    /// # Errors
    ///
    /// Text that is not JSON or not UTF-8, a key that is unknown, missing or given twice, a site
    /// on record twice, a value of the wrong type, a
    /// word outside its list, a date that does not exist, figures that cannot be, more than 4 MiB. All problems that can
    /// be found are reported at once.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, ReadError> {
        read_document(text.as_ref(), MAX_ASSESSMENT)
    }

    /// An assessment of an organisation with its past publications and its answers, in any order; of two answers to a question the later stays.
    pub fn new(
        edition: EditionId,
        organisation: Organisation,
        publications: History,
        responses: impl IntoIterator<Item = (QuestionCode, Response)>,
    ) -> Self {
        let sorted: std::collections::BTreeMap<_, _> = responses.into_iter().collect();
        let responses = Responses(sorted.into_iter().collect());
        Self {
            format: AssessmentFormat,
            edition,
            organisation,
            sites: Sites::default(),
            publications,
            assertions_confirmed: Vec::new(),
            action_plan: None,
            responses,
        }
    }

    /// The same with these sites on record; of two with one code the later stays.
    #[must_use]
    pub fn with_sites(self, sites: impl IntoIterator<Item = Site>) -> Self {
        Self { sites: Sites::latest(sites), ..self }
    }

    /// The same with these assertions confirmed, and no others.
    #[must_use]
    pub fn with_assertions_confirmed(self, assertions: impl IntoIterator<Item = AssertionCode>) -> Self {
        Self { assertions_confirmed: assertions.into_iter().collect(), ..self }
    }

    /// The same with an action plan attached in place of any earlier one, or with none.
    #[must_use]
    pub fn with_action_plan(self, action_plan: Option<ActionPlan>) -> Self {
        Self { action_plan, ..self }
    }

    /// The same as if nothing had been published.
    pub(crate) fn without_history(&self) -> Self {
        Self { publications: History::default(), ..self.clone() }
    }

    /// The same with one publication more in its history.
    ///
    /// # Errors
    ///
    /// A publication dated before the last one.
    pub fn published(mut self, publication: PastPublication) -> Result<Self, Cause> {
        self.publications.append(publication)?;
        Ok(self)
    }

    /// The assessment as JSON, which [`Assessment::from_json`] reads back as long as texts and dates keep to the bounds of
    /// reading.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Checks that the assessment is of the bank's edition and answers only questions that the bank lists.
    ///
    /// # Errors
    ///
    /// An assessment of another edition; answers to codes the bank does not list; answers carried over from the
    /// assessment's own edition or a later one. All are reported at once.
    pub fn check_against(&self, bank: &QuestionBank) -> Result<(), ReadError> {
        if self.edition != bank.id() {
            let cause = Cause::OtherEdition { found: self.edition.to_string(), expected: bank.id().to_string() };
            return Err(Problem::new("/edition", cause).into());
        }
        let mut problems = Vec::new();
        for (code, response) in self.responses() {
            if bank.question(code).is_none() {
                let because = bank.what_became_of(code);
                let cause = Cause::UnknownQuestion { code: code.to_string(), edition: bank.id().to_string(), because };
                problems.push(Problem::new(format!("/responses/{code}"), cause));
            }
            if let Origin::CarriedOver { from, .. } = response.origin {
                if from >= self.edition {
                    let cause = Cause::OriginNotEarlier { from: from.to_string(), edition: self.edition.to_string() };
                    problems.push(Problem::new(format!("/responses/{code}/origin/from"), cause));
                }
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(ReadError::new(problems, 0)) }
    }

    /// The built-in bank of the assessment's edition.
    ///
    /// # Errors
    ///
    /// An edition that is not built in, such as 2019-20.
    pub fn built_in_bank(&self) -> Result<&'static QuestionBank, ReadError> {
        QuestionBank::built_in(self.edition).map_err(|cause| Problem::new("/edition", cause).into())
    }

    /// The edition whose questions are answered.
    pub fn edition(&self) -> EditionId {
        self.edition
    }

    /// The organisation.
    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// The organisation's past publications.
    pub fn publications(&self) -> &History {
        &self.publications
    }

    /// The sites on record for the organisation.
    pub fn sites(&self) -> &[Site] {
        self.sites.as_slice()
    }

    /// The assertions that have been confirmed.
    pub fn assertions_confirmed(&self) -> &[AssertionCode] {
        &self.assertions_confirmed
    }

    /// The action plan, if one is attached.
    pub fn action_plan(&self) -> Option<&ActionPlan> {
        self.action_plan.as_ref()
    }

    /// The answers in code order.
    pub fn responses(&self) -> impl ExactSizeIterator<Item = (QuestionCode, &Response)> {
        self.responses.0.iter().map(|(code, response)| (*code, response))
    }

    pub(crate) fn response_list(&self) -> &[(QuestionCode, Response)] {
        &self.responses.0
    }

    /// The answer to a question, if there is one.
    pub fn response(&self, code: QuestionCode) -> Option<&Response> {
        let responses = &self.responses.0;
        let at = responses.binary_search_by_key(&code, |(code, _)| *code).ok()?;
        responses.get(at).map(|(_, response)| response)
    }
}

/// The answers, sorted by code, each code once.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Responses(Vec<(QuestionCode, Response)>);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Responses {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Responses".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "description": "The answers by question code.",
            "propertyNames": generator.subschema_for::<QuestionCode>(),
            "additionalProperties": generator.subschema_for::<Response>(),
            "maxProperties": MAX_RESPONSES,
        })
    }
}

impl Serialize for Responses {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(code, response)| (code, response)))
    }
}

impl<'de> Read<'de> for Responses {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Taker;
        impl<'de> Take<'de> for Taker {
            type Out = Responses;
            const EXPECTED: &'static str = "an object of answers by question code";

            fn object<A: MapAccess<'de>>(self, doc: &mut Doc, mut map: A) -> Result<Option<Responses>, A::Error> {
                let mut responses: Vec<(QuestionCode, Response)> = Vec::new();
                let mut spoilt = false;
                let mut count = 0_usize;
                while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
                    count = count.saturating_add(1);
                    if count > MAX_RESPONSES {
                        if count == MAX_RESPONSES + 1 {
                            doc.report(Cause::TooMany { limit: MAX_RESPONSES });
                        }
                        spoilt = true;
                        map.next_value::<serde::de::IgnoredAny>()?;
                        continue;
                    }
                    let read = doc.within(Segment::entry(&key), |doc| {
                        let code = key.parse::<QuestionCode>().map_err(|cause| doc.report(cause)).ok();
                        Ok((code, map.next_value_seed(Seed::<Response>::new(doc))?))
                    })?;
                    match read {
                        (Some(code), Some(response)) => responses.push((code, response)),
                        _ => spoilt = true,
                    }
                }
                responses.sort_by_key(|(code, _)| *code);
                for pair in responses.windows(2) {
                    if let [(first, _), (second, _)] = pair {
                        if first == second {
                            let key = first.to_string();
                            doc.within(Segment::Entry(key.clone()), |doc| doc.report(Cause::DuplicateKey { key }));
                            spoilt = true;
                        }
                    }
                }
                Ok((!spoilt).then_some(Responses(responses)))
            }
        }
        take(Taker, doc, source)
    }
}
