//! The way from a page to the rows of its lists that it has no room for.

use serde::Serialize;

use super::row::site;
use super::{Link, PageContext, letters, phrase};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::Generated;
use crate::site::division::{Division, Group, List, Part, PartId};
use crate::site::reporting::Scope;
use crate::site::rows::AnyPage;

/// What leads to the rest of a list.
#[derive(Clone, Debug, Serialize)]
pub struct More {
    /// "Här visas 1–25 av 5 000."
    pub shown: Option<Html>,
    /// The page that has all rows.
    pub all: Option<Link>,
    /// The parts, by group.
    pub groups: Vec<MoreGroup>,
}

/// The parts of a group.
#[derive(Clone, Debug, Serialize)]
pub struct MoreGroup {
    /// What its rows have in common.
    pub title: Option<Html>,
    /// The part itself, where the group has only one.
    pub href: Option<Html>,
    /// How many rows it has.
    pub count: Option<Html>,
    /// Its parts, where it has several.
    pub parts: Vec<PartLink>,
}

/// A link to a part.
#[derive(Clone, Debug, Serialize)]
pub struct PartLink {
    /// Which rows stand there: "51–100".
    pub range: Html,
    /// Where.
    pub href: Html,
}

/// A name for pages and one for the browser's tab.
#[derive(Clone, Debug)]
pub struct Name {
    /// With its language marked.
    pub html: Html,
    /// As plain text.
    pub plain: String,
}

impl Name {
    /// Names in a row, with the commas of the reader's language.
    pub fn join(context: PageContext<'_>, names: &[Self]) -> Self {
        let comma = context.texts().plain("list-comma");
        let html: Vec<&str> = names.iter().map(|name| name.html.as_str()).collect();
        let plain: Vec<&str> = names.iter().map(|name| name.plain.as_str()).collect();
        Self { html: Html::trusted(html.join(&comma)), plain: plain.join(&comma) }
    }

    /// A message with names and numbers in it.
    pub fn message(context: PageContext<'_>, id: &str, args: &[(&str, &Self)]) -> Self {
        let html: Vec<(&str, Arg)> = args.iter().map(|(key, name)| (*key, Arg::from(name.html.clone()))).collect();
        let plain: Vec<(&str, Arg)> = args.iter().map(|(key, name)| (*key, Arg::from(name.plain.clone()))).collect();
        Self { html: context.tf(id, &html), plain: context.texts().string(id, &plain) }
    }

    /// A message without arguments.
    pub fn text(context: PageContext<'_>, id: &str) -> Self {
        Self { html: context.t(id), plain: context.texts().plain(id) }
    }

    /// The title of a page.
    pub fn of(context: PageContext<'_>, page: AnyPage) -> Self {
        match page {
            AnyPage::Page(page) => Self { html: context.title(page), plain: context.plain_title(page) },
            AnyPage::Generated(page) => Self { html: context.generated_title(page), plain: context.plain_generated_title(page) },
        }
    }
}

/// How a list of a page is divided; none for a list that stands as a whole.
pub fn division(context: PageContext<'_>, owner: AnyPage, list: List) -> Option<&Division> {
    context.snapshot.site.routes.divisions().find(owner, list)
}

/// The rows of a list that stand on its own page: the first ones, or all.
pub fn on_page<'a, T>(context: PageContext<'_>, owner: AnyPage, list: List, rows: &'a [T]) -> &'a [T] {
    division(context, owner, list).and_then(|division| rows.get(..division.lead)).unwrap_or(rows)
}

/// The way to the other rows of a list, if its own page does not have all.
pub fn more(context: PageContext<'_>, owner: AnyPage, list: List) -> Option<More> {
    let division = division(context, owner, list)?;
    let all = division.elsewhere.and_then(|page| elsewhere(context, division, page));
    let shown = (division.lead > 0 && all.is_none()).then(|| shown(context, 1, division.lead, division.total));
    Some(More { shown, all, groups: groups(context, division, &division.top()) })
}

/// "Här visas 1–25 av 5 000."
fn shown(context: PageContext<'_>, from: usize, to: usize, all: usize) -> Html {
    context.tf("part-shown", &[("from", Arg::from(from)), ("to", Arg::from(to)), ("all", Arg::from(all))])
}

/// A link to the page that has a whole list, and where it is divided by what the list belongs to, to those parts.
fn elsewhere(context: PageContext<'_>, division: &Division, page: AnyPage) -> Option<Link> {
    let routes = &context.snapshot.site.routes;
    let group = self::division(context, page, List::Own).and_then(|own| own.first_of(division.owner));
    let url = match group {
        Some(part) => routes.part(part, context.language),
        None => routes.of(page, context.language)?,
    };
    let anchor = match (division.list, page) {
        (List::Late, AnyPage::Generated(Generated::Coverage)) => "#section_late",
        _ => "",
    };
    let title = context.tf(all_message(division.list), &[("count", Arg::from(division.total))]);
    Some(Link { title, href: Html::trusted(format!("{}{anchor}", context.href(url))) })
}

/// The message that leads to all rows of a list on another page.
fn all_message(list: List) -> &'static str {
    match list {
        List::Goals => "all-goals",
        List::Bodies => "all-bodies",
        List::Areas => "all-areas",
        List::Assignments => "all-assignments",
        List::Late => "all-late",
        _ => "all-indicators",
    }
}

/// Links to parts, under a head for each group.
pub fn groups(context: PageContext<'_>, division: &Division, parts: &[PartId]) -> Vec<MoreGroup> {
    type Group<'d> = (Option<usize>, Vec<(PartId, &'d Part)>);
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (id, part) in parts.iter().filter_map(|id| Some((*id, division.part(*id)?))) {
        let own = (!part.is_directory()).then_some(part.groups.0);
        match groups.last_mut() {
            Some((group, parts)) if *group == own && own.is_some() => parts.push((id, part)),
            _ => groups.push((own, vec![(id, part)])),
        }
    }
    groups.into_iter().map(|(group, parts)| more_group(context, division, group, &parts)).collect()
}

fn more_group(context: PageContext<'_>, division: &Division, group: Option<usize>, parts: &[(PartId, &Part)]) -> MoreGroup {
    let href = |id: PartId| context.href(context.snapshot.site.routes.part(id, context.language));
    let own = group.and_then(|group| division.groups.get(group));
    let head = own.and_then(|own| own.head);
    let whole = |part: &Part| own.is_some_and(|own| own.rows == part.rows.len());
    match (head, parts) {
        (_, [(id, part)]) if head.is_none() && part.is_directory() => {
            MoreGroup { title: Some(label(context, division, part).html), href: Some(href(*id)), count: None, parts: Vec::new() }
        }
        (Some(head), [(id, part)]) if whole(part) => MoreGroup {
            title: Some(Name::of(context, head).html),
            href: Some(href(*id)),
            count: own.and_then(|own| count(context, division, own)),
            parts: Vec::new(),
        },
        _ => MoreGroup {
            title: head.map(|head| Name::of(context, head).html),
            href: None,
            count: own.and_then(|own| count(context, division, own)),
            parts: parts.iter().map(|(id, part)| PartLink { range: range(context, division, part).html, href: href(*id) }).collect(),
        },
    }
}

/// How much there is in a group, in the words of what it is.
fn count(context: PageContext<'_>, division: &Division, group: &Group) -> Option<Html> {
    let rows = || [("count", Arg::from(group.rows))];
    match (division.owner, division.list, group.head?) {
        (AnyPage::Generated(Generated::Period(period)), List::Own, AnyPage::Page(body)) => {
            let tally = site(context).progress.duties.tally_within(Some(body), Scope::of_page(period));
            Some(phrase::coverage(context, "coverage", tally))
        }
        (_, List::Late, _) => Some(context.tf("coverage-late", &rows())),
        (AnyPage::Generated(Generated::Sitemap), _, _) => Some(context.tf("page-count", &rows())),
        _ => Some(context.tf("assignment-count", &rows())),
    }
}

/// "51–100": the numbers of a part's rows in their group; "Sa–Sk" where they stand by title.
pub fn range(context: PageContext<'_>, division: &Division, part: &Part) -> Name {
    let is_by_title = division.owner == AnyPage::Generated(Generated::Letters);
    if let Some((from, to)) = is_by_title.then(|| letters::span(context, &part.rows)).flatten() {
        let name = |text: String| Name { html: context.own(&text), plain: text };
        return Name::message(context, "part-range", &[("from", &name(from)), ("to", &name(to))]);
    }
    let args = || [("from", Arg::from(part.rows.start + 1)), ("to", Arg::from(part.rows.end))];
    Name { html: context.tf("part-range", &args()), plain: context.texts().string("part-range", &args()) }
}

/// What a part is called beside the other parts of its list: "Socialnämnden, 51–100".
pub fn label(context: PageContext<'_>, division: &Division, part: &Part) -> Name {
    let head = |group: usize| division.groups.get(group).and_then(|group| group.head).map(|head| Name::of(context, head));
    let (first, last) = part.groups;
    match (head(first), head(last)) {
        (Some(first), Some(last)) if part.groups.0 != part.groups.1 => {
            Name::message(context, "part-groups", &[("from", &first), ("to", &last)])
        }
        (Some(head), _) if division.groups.get(first).is_some_and(|group| group.rows == part.rows.len()) => head,
        (Some(head), _) => Name::join(context, &[head, range(context, division, part)]),
        (None, _) => range(context, division, part),
    }
}
