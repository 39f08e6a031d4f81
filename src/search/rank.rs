/// What a list is ordered by: a number, a text, a number, and the id, so that no two are equal.
/// The greatest number comes first as its complement. One type for all lists, since each type
/// that is sorted brings its own copy of the sorting.
pub(crate) type Rank<'a> = (u64, &'a str, u64, &'a str);

/// The ids in order.
pub(crate) fn in_order(mut ranks: Vec<Rank<'_>>) -> Vec<&str> {
    ranks.sort_unstable();
    ranks.into_iter().map(|(.., id)| id).collect()
}
