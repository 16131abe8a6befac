//! A list whose copies share what is the same. A copy of a plain list of 10,000 counted references touches 10,000 places in
//! memory; a copy of this one touches a hundred.

use std::cmp::Ordering;
use std::sync::Arc;

/// How many elements a chunk has: about the square root of a large site's number of files.
const CHUNK_LEN: usize = 128;

/// A list in chunks, all full but the last.
#[derive(Clone, Debug)]
pub struct ChunkedVec<T> {
    chunks: Vec<Arc<Vec<T>>>,
    len: usize,
}

impl<T> Default for ChunkedVec<T> {
    fn default() -> Self {
        Self { chunks: Vec::new(), len: 0 }
    }
}

impl<T> ChunkedVec<T> {
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
        self.chunks.get(index / CHUNK_LEN)?.get(index % CHUNK_LEN)
    }

    /// All things in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// The place of a thing in a list in order, by how a thing compares with the wanted one.
    pub fn find_by(&self, compare: impl Fn(&T) -> Ordering) -> Option<usize> {
        let chunk = self.chunks.partition_point(|chunk| chunk.last().is_some_and(|last| compare(last) == Ordering::Less));
        let at = self.chunks.get(chunk)?.binary_search_by(compare).ok()?;
        Some(chunk * CHUNK_LEN + at)
    }
}

impl<T: Clone> ChunkedVec<T> {
    /// Puts a thing in the place of another; copies that were made before keep theirs. False if there is no such place.
    pub fn replace(&mut self, index: usize, thing: T) -> bool {
        let chunk = self.chunks.get_mut(index / CHUNK_LEN);
        let slot = chunk.and_then(|chunk| Arc::make_mut(chunk).get_mut(index % CHUNK_LEN));
        slot.map(|slot| *slot = thing).is_some()
    }
}

impl<T> ChunkedVec<Arc<T>> {
    /// Where two lists of the same length hold different things, with both; none if they differ in length.
    pub fn differences<'a>(&'a self, other: &'a Self) -> Option<Vec<(&'a Arc<T>, &'a Arc<T>)>> {
        let chunks = self.chunks.iter().zip(&other.chunks).filter(|(one, other)| !Arc::ptr_eq(one, other));
        let things = chunks.flat_map(|(one, other)| one.iter().zip(other.iter()));
        (self.len == other.len).then(|| things.filter(|(one, other)| !Arc::ptr_eq(one, other)).collect())
    }
}

impl<T> FromIterator<T> for ChunkedVec<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut list = Self::default();
        let mut things = things.into_iter().peekable();
        while things.peek().is_some() {
            let chunk: Vec<T> = things.by_ref().take(CHUNK_LEN).collect();
            list.len += chunk.len();
            list.chunks.push(Arc::new(chunk));
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_differ_only_where_they_were_changed() {
        let first: ChunkedVec<Arc<usize>> = (0..1000).map(Arc::new).collect();
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
        assert_eq!((first.len(), first.iter().count(), ChunkedVec::<u8>::default().is_empty()), (1000, 1000, true));
    }
}
