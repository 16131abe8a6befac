//! The main menu: which entries it can have and which of them a page belongs to.

use super::{PageId, Pages};
use crate::config::Config;
use crate::document::Kind;

/// An entry of the main menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The start page.
    Start,
    /// The programme.
    Programme,
    /// Goals.
    Goals,
    /// Assignments.
    Assignments,
    /// Bodies.
    Bodies,
    /// Progress.
    Progress,
    /// Contact.
    Contact,
    /// A page that site.toml puts into the menu.
    Page(PageId),
}

/// The page with contacts, if site.toml names one that exists.
pub fn contact(config: &Config, pages: &Pages) -> Option<PageId> {
    pages.find(&config.contact.as_ref()?.value)
}

/// The entry that a page belongs to. Follows from the settings and from the page's place in the tree alone.
pub(super) fn section_of(config: &Config, pages: &Pages, id: PageId) -> Option<Section> {
    let page = pages.get(id);
    if contact(config, pages) == Some(id) {
        return Some(Section::Contact);
    }
    if config.menu.iter().any(|stem| pages.find(&stem.value) == Some(id)) {
        return Some(Section::Page(id));
    }
    let folders = &config.folders;
    let of_folder = [
        (&folders.programme, Section::Programme),
        (&folders.goals, Section::Goals),
        (&folders.assignments, Section::Assignments),
        (&folders.bodies, Section::Bodies),
    ];
    match page.kind {
        _ if page.stem == "index" => Some(Section::Start),
        Kind::Programme => Some(Section::Programme),
        Kind::Goal => Some(Section::Goals),
        Kind::Assignment => Some(Section::Assignments),
        Kind::Body => Some(Section::Bodies),
        Kind::Indicator => Some(Section::Progress),
        _ => of_folder.into_iter().find(|(folder, _)| *folder == page.folder()).map(|(_, section)| section),
    }
}
