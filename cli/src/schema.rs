//! `dspt schema`: the JSON Schemas of the documents.

use clap::Args;
use dspt::{Draft, Profile};

use crate::page::{Page, QUIET, STRONG};
use crate::{Outcome, input, page};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The document, such as assessment or evaluation; without it the names are listed
    name: Option<String>,
    /// For whom: strict for programs, forms for tools that render forms
    #[arg(long, value_name = "PROFILE", value_parser = input::word::<Profile>, default_value = "strict")]
    profile: Profile,
    /// The edition of JSON Schema: 2020-12 or 07
    #[arg(long, value_name = "DRAFT", value_parser = input::word::<Draft>, default_value = "2020-12")]
    draft: Draft,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let found = || dspt::schemas().iter().filter(|schema| is_of(schema, arguments)).map(|schema| schema.name);
    let Some(name) = &arguments.name else {
        let mut page = Page::default();
        page.line(0, STRONG, &format!("Schemas in the {} profile, draft {}", arguments.profile, arguments.draft));
        for name in found() {
            page.line(2, anstyle::Style::new(), name);
        }
        page.line(0, QUIET, "dspt schema NAME prints one of them.");
        page.print()?;
        return Ok(Outcome::Done);
    };
    let Some(schema) = dspt::schema(name, arguments.profile, arguments.draft) else {
        let names: Vec<&str> = found().collect();
        return Err(format!("there is no schema `{name}`, expected one of {}", names.join(", ")));
    };
    page::json(schema.text.trim_end().to_owned())?;
    Ok(Outcome::Done)
}

fn is_of(schema: &dspt::Schema, arguments: &Arguments) -> bool {
    schema.profile == arguments.profile && schema.draft == arguments.draft
}
