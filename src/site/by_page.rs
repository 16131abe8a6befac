//! Lists by page: what belongs to a page is found without a search, and a page that nothing belongs to costs four bytes.

use super::PageId;

/// A list for each page, all in one piece of memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ByPage<T> {
    /// Where each page's list begins, and behind the last page where all end. Empty when no page has anything.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for ByPage<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), items: Vec::new() }
    }
}

impl<T> ByPage<T> {
    /// Sorts things to the pages that they belong to. Those of one page keep their order.
    pub(super) fn new(mut pairs: Vec<(PageId, T)>) -> Self {
        pairs.sort_by_key(|(page, _)| *page);
        let mut starts = Vec::new();
        for (at, (page, _)) in pairs.iter().enumerate() {
            while starts.len() <= page.index() {
                starts.push(place(at));
            }
        }
        if !pairs.is_empty() {
            starts.push(place(pairs.len()));
        }
        Self { starts, items: pairs.into_iter().map(|(_, item)| item).collect() }
    }

    /// What belongs to a page, in order.
    pub(super) fn of(&self, page: PageId) -> &[T] {
        let start = |index: usize| self.starts.get(index).map(|start| *start as usize);
        let range = start(page.index()).zip(start(page.index() + 1));
        range.and_then(|(start, end)| self.items.get(start..end)).unwrap_or_default()
    }
}

impl<T> FromIterator<(PageId, T)> for ByPage<T> {
    fn from_iter<I: IntoIterator<Item = (PageId, T)>>(pairs: I) -> Self {
        Self::new(pairs.into_iter().collect())
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).expect("a site has fewer than 2^32 relations")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_each_page_its_own_in_order() {
        let page = PageId::numbered;
        let lists: ByPage<char> = [(page(3), 'a'), (page(1), 'b'), (page(3), 'c'), (page(1), 'a')].into_iter().collect();
        let all: Vec<String> = (0..6).map(|number| lists.of(page(number)).iter().collect()).collect();
        assert_eq!(all, ["", "ba", "", "ac", "", ""]);
        assert!(ByPage::<char>::default().of(page(0)).is_empty());
    }
}
