//! `tydlig explain`: what a message means.

use std::fmt::Write as _;

use anyhow::bail;

use super::{Outcome, print};
use crate::diagnostic::{Code, UiLanguage, explain, nearest};

/// Prints the explanation of a code, or the list of all.
pub(super) fn explain(code: Option<&str>, ui_language: UiLanguage) -> anyhow::Result<Outcome> {
    let Some(text) = code else {
        let mut list = String::new();
        for code in Code::ALL {
            let _ = writeln!(list, "{} {}", code.code(), code.name());
        }
        print(&list)?;
        return Ok(Outcome::Clean);
    };
    let Some(code) = Code::find(text) else {
        let names = Code::ALL.iter().flat_map(|code| [code.code(), code.name()]);
        let near = nearest(text, names).map_or(String::new(), |near| format!(": {near}?"));
        bail!("ingen kontroll heter / no check is called `{text}`{near}");
    };
    print(&explain::in_ui_language(code, ui_language))?;
    Ok(Outcome::Clean)
}
