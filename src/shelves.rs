//! A list whose copies share what is the same. A copy of a plain list of 10,000 counted references touches 10,000 places in
//! memory; a copy of this one touches a hundred.

use std::cmp::Ordering;
use std::sync::Arc;

/// How many things stand on a shelf: about the root of a large site's number of files.
const WIDTH: usize = 128;

/// A list in shelves, all full but the last.
#[derive(Clone, Debug)]
pub struct Shelves<T> {
    shelves: Vec<Arc<Vec<T>>>,
    len: usize,
}

impl<T> Default for Shelves<T> {
    fn default() -> Self {
        Self { shelves: Vec::new(), len: 0 }
    }
}

impl<T> Shelves<T> {
    /// How many things there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The thing at a place.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.shelves.get(index / WIDTH)?.get(index % WIDTH)
    }

    /// All things in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.shelves.iter().flat_map(|shelf| shelf.iter())
    }

    /// The place of a thing in a list in order, by how a thing compares with the wanted one.
    pub fn find_by(&self, compare: impl Fn(&T) -> Ordering) -> Option<usize> {
        let shelf = self.shelves.partition_point(|shelf| shelf.last().is_some_and(|last| compare(last) == Ordering::Less));
        let at = self.shelves.get(shelf)?.binary_search_by(compare).ok()?;
        Some(shelf * WIDTH + at)
    }
}

impl<T: Clone> Shelves<T> {
    /// Puts a thing in the place of another; copies that were made before keep theirs. False if there is no such place.
    pub fn replace(&mut self, index: usize, thing: T) -> bool {
        let shelf = self.shelves.get_mut(index / WIDTH);
        let slot = shelf.and_then(|shelf| Arc::make_mut(shelf).get_mut(index % WIDTH));
        slot.map(|slot| *slot = thing).is_some()
    }
}

impl<T> Shelves<Arc<T>> {
    /// Where two lists of the same length hold different things, with both; none if they differ in length.
    pub fn differences<'a>(&'a self, other: &'a Self) -> Option<Vec<(&'a Arc<T>, &'a Arc<T>)>> {
        let shelves = self.shelves.iter().zip(&other.shelves).filter(|(one, other)| !Arc::ptr_eq(one, other));
        let things = shelves.flat_map(|(one, other)| one.iter().zip(other.iter()));
        (self.len == other.len).then(|| things.filter(|(one, other)| !Arc::ptr_eq(one, other)).collect())
    }
}

impl<T> FromIterator<T> for Shelves<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut list = Self::default();
        let mut things = things.into_iter().peekable();
        while things.peek().is_some() {
            let shelf: Vec<T> = things.by_ref().take(WIDTH).collect();
            list.len += shelf.len();
            list.shelves.push(Arc::new(shelf));
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_differ_only_where_they_were_changed() {
        let first: Shelves<Arc<usize>> = (0..1000).map(Arc::new).collect();
        let mut second = first.clone();
        assert!(second.replace(999, Arc::new(5)) && second.replace(0, Arc::new(7)) && !second.replace(1000, Arc::new(1)));
        let differences: Vec<(usize, usize)> = first.differences(&second).into_iter().flatten().map(|(a, b)| (**a, **b)).collect();
        assert_eq!(differences, [(0, 7), (999, 5)]);
        assert!(
            (0..1000)
                .all(|at| first.find_by(|thing| thing.as_ref().cmp(&at)) == Some(at) && first.get(at).map(|thing| **thing) == Some(at))
        );
        assert_eq!((first.find_by(|thing| thing.as_ref().cmp(&1000)), first.get(1000)), (None, None));
        assert!(first.differences(&(0..999).map(Arc::new).collect()).is_none());
        assert_eq!((first.len(), first.iter().count(), Shelves::<u8>::default().is_empty()), (1000, 1000, true));
    }
}
