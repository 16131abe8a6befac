//! Pages that each language must have, and pages and files that site.toml names.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::site::Site;
use crate::source::Spanned;

/// `[checks] core`: each of these pages is there in each language.
pub fn core_pages(config: &Config, site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for stem in &config.core {
        let Some(page) = site.pages.find(&stem.value) else {
            found.push(no_such_page(config, site, stem));
            continue;
        };
        let page = site.pages.get(page);
        for language in config.language_ids().filter(|language| page.own(*language).is_none()) {
            let locale = config.language(language).locale;
            let message = Message::new(
                format!("`{}` ska finnas på alla språk men saknas på {}", stem.value, locale.swedish),
                format!("`{}` must exist in every language but is missing in {}", stem.value, locale.tag),
            );
            let file = format!("content/{}.{}.md", stem.value, locale.tag);
            let help = Message::new(format!("skriv `{file}`"), format!("write `{file}`"));
            found.push(Diagnostic::new(Code::MissingCorePage, message).at(&config.path, stem.span).help(help));
        }
    }
    found
}

/// Pages that `[pages]` names exist.
pub fn named_pages(config: &Config, site: &Site) -> Vec<Diagnostic> {
    let named = config.contact.iter().chain(&config.menu);
    named.filter(|stem| site.pages.find(&stem.value).is_none()).map(|stem| no_such_page(config, site, stem)).collect()
}

/// The logo that `[theme]` names is there.
pub fn logo(config: &Config, site: &Site) -> Option<Diagnostic> {
    let logo = config.theme.logo.as_ref()?;
    let url = format!("/{}", logo.value.trim_start_matches('/'));
    if site.routes.get(&url).is_some() {
        return None;
    }
    let message = Message::new(format!("det finns ingen fil `static{url}`"), format!("there is no file `static{url}`"));
    Some(Diagnostic::new(Code::ConfigInvalid, message).at(&config.path, logo.span))
}

fn no_such_page(config: &Config, site: &Site, stem: &Spanned<String>) -> Diagnostic {
    let message =
        Message::new(format!("det finns ingen sida `content/{}.md`", stem.value), format!("there is no page `content/{}.md`", stem.value));
    let help = site.pages.nearest(&stem.value).map(|near| Message::new(format!("menade du `{near}`?"), format!("did you mean `{near}`?")));
    Diagnostic::new(Code::ConfigInvalid, message).at(&config.path, stem.span).maybe_help(help)
}
