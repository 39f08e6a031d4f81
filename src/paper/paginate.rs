//! Spreads the blocks of a paper over pages. Heights come from whoever can measure them, so
//! the rules are the same for every device and can be tested without one.

use crate::domain::document::{Block, RowRole};
use std::ops::Range;

/// The most rows that a small table has.
const SMALL: usize = 12;

/// Where a block stands in a column that is as long as it needs to be. The room between two
/// blocks belongs to neither, and falls away between two pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extent {
    /// The upper edge.
    pub top: u32,
    /// The lower edge.
    pub bottom: u32,
}

/// How a paper is spread out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout {
    /// The type size, from 0, the largest.
    pub fit: usize,
    /// The blocks of each page.
    pub pages: Vec<Page>,
    /// The height that a paper of one page leaves free.
    pub spare: u32,
}

/// The blocks of a page, by their places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// The places.
    pub blocks: Range<usize>,
    /// The head of the table that goes on at its top, to be shown again above it.
    pub head: Option<usize>,
    /// Whether it holds one block that no page is high enough for.
    pub over: bool,
}

/// Lays a paper out on one page in the largest type size that allows it, or else in the
/// comfortable size on several. `measure` tells the extents of the blocks in a type size.
pub fn lay_out(
    blocks: &[Block],
    height: u32,
    fits: usize,
    comfortable: usize,
    mut measure: impl FnMut(usize) -> Vec<Extent>,
) -> Layout {
    let (keeps, heads) = (keeps_with_next(blocks), table_heads(blocks));
    let mut laid = |fit| {
        let extents = measure(fit);
        let pages = spread(&extents, &keeps, &heads, height);
        let used = if pages.len() == 1 { column_height(&extents) } else { height };
        Layout { fit, pages, spare: height.saturating_sub(used) }
    };
    (0..fits)
        .map(&mut laid)
        .find(|layout| layout.pages.len() < 2 && layout.pages.iter().all(|page| !page.over))
        .unwrap_or_else(|| laid(comfortable))
}

/// The height from the first block's upper edge to the last one's lower edge.
fn column_height(extents: &[Extent]) -> u32 {
    match extents {
        [] => 0,
        [first, ..] => extents.iter().map(|e| e.bottom).fold(0, u32::max).saturating_sub(first.top),
    }
}

/// For each block, whether it must stand on the page of the next: the head of a paper with
/// its text, a section's heading with its first clause, and the signature with the closing
/// words and the last clause, so that nobody signs an empty page. A table's head keeps with
/// its first row, its totals with the last; a small table behind the last clause stays in one piece.
#[must_use]
pub fn keeps_with_next(blocks: &[Block]) -> Vec<bool> {
    let closing = || {
        let regards = blocks.iter().position(|block| matches!(block, Block::Regards(_)))?;
        regards.checked_sub(1)
    };
    let closes = blocks.iter().any(|block| matches!(block, Block::Regards(_) | Block::Signature { .. }));
    let last = blocks.iter().rposition(|block| matches!(block, Block::Clause { .. }));
    let end = last.or_else(closing).filter(|_| closes);
    let heads = table_heads(blocks);
    let rows = |head: usize| heads.iter().filter(|each| **each == Some(head)).count();
    let goes_on = |place: usize| {
        let head = heads.get(place + 1).copied().flatten();
        last.is_some_and(|last| closes && place > last) && head.is_some_and(|head| rows(head) <= SMALL)
    };
    let keeps = |(place, block): (usize, &Block)| match block {
        Block::Row { .. } if goes_on(place) => true,
        _ if matches!(blocks.get(place + 1), Some(Block::Parties(_))) => true,
        Block::Letterhead { .. }
        | Block::Title(_)
        | Block::Reference(_)
        | Block::Addressee(_)
        | Block::Section(_)
        | Block::Regards(_) => true,
        Block::Clause { .. } | Block::Paragraph(_) => end.is_some_and(|end| place >= end),
        Block::Facts(_) | Block::Signature { .. } => {
            matches!(blocks.get(place + 1), Some(Block::Facts(_) | Block::Note(_)))
        }
        Block::Row { role: RowRole::Head, .. } => true,
        Block::Row { .. } => {
            matches!(blocks.get(place + 1), Some(Block::Row { role: RowRole::Total, .. }))
        }
        Block::Parties(_) => matches!(blocks.get(place + 1), Some(Block::Note(_))),
        Block::Room { .. } => matches!(blocks.get(place + 1), Some(Block::Room { .. })),
        Block::Note(_) | Block::Check { .. } | Block::Lanes(_) | Block::Pictures(_) => false,
    };
    blocks.iter().enumerate().map(keeps).collect()
}

/// For each block, the head of the table that it continues; a page that begins with it shows
/// that head again.
#[must_use]
pub fn table_heads(blocks: &[Block]) -> Vec<Option<usize>> {
    let mut head = None;
    let place = |(place, block): (usize, &Block)| match block {
        Block::Row { role: RowRole::Head, .. } => {
            head = Some(place);
            None
        }
        Block::Row { .. } => head,
        _ => {
            head = None;
            None
        }
    };
    blocks.iter().enumerate().map(place).collect()
}

/// Distributes whole blocks over pages of a height. Blocks that keep together move to the
/// next page together; where no page is high enough for all of them, the last ones do. A
/// block that has one of `heads` needs room for it where it begins a page.
#[must_use]
pub fn spread(extents: &[Extent], keeps: &[bool], heads: &[Option<usize>], height: u32) -> Vec<Page> {
    let head = |blocks: &Range<usize>| heads.get(blocks.start).copied().flatten();
    let fits = |blocks: &Range<usize>| {
        let repeated =
            head(blocks).and_then(|head| extents.get(head)).map_or(0, |e| e.bottom.saturating_sub(e.top));
        column_height(extents.get(blocks.clone()).unwrap_or_default()).saturating_add(repeated) <= height
    };
    let mut pages: Vec<Range<usize>> = Vec::new();
    let mut put = |blocks: Range<usize>| match pages.last_mut() {
        Some(page) if fits(&(page.start..blocks.end)) => page.end = blocks.end,
        _ => pages.push(blocks),
    };
    let mut start = 0;
    for end in 1..=extents.len() {
        let kept = end < extents.len() && keeps.get(end - 1).copied().unwrap_or(false);
        if kept {
            continue;
        }
        while start + 1 < end && !fits(&(start..end)) {
            put(start..start + 1);
            start += 1;
        }
        put(start..end);
        start = end;
    }
    pages.into_iter().map(|blocks| Page { head: head(&blocks), over: !fits(&blocks), blocks }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Blocks of these heights with a room of 2 before each.
    fn column(heights: &[u32]) -> Vec<Extent> {
        let mut bottom = 0;
        heights
            .iter()
            .map(|height| {
                let top = bottom + 2;
                bottom = top + height;
                Extent { top, bottom }
            })
            .collect()
    }

    fn ends(heights: &[u32], kept: &[usize]) -> Vec<usize> {
        let keeps: Vec<_> = (0..heights.len()).map(|place| kept.contains(&place)).collect();
        spread(&column(heights), &keeps, &[], 30).into_iter().map(|page| page.blocks.end).collect()
    }

    #[test]
    fn whole_blocks_fill_the_pages() {
        for (heights, kept, expected) in [
            (&[][..], &[][..], &[][..]),
            (&[30], &[], &[1]),
            (&[14, 14], &[], &[2]),
            (&[14, 15], &[], &[1, 2]),
            (&[10, 4, 12, 5], &[], &[3, 4]),
            // A heading moves with what follows it.
            (&[20, 4, 5], &[1], &[1, 3]),
            (&[20, 4, 2], &[1], &[3]),
            // The closing words move with the signature.
            (&[10, 6, 4, 4, 8], &[2, 3], &[2, 5]),
            // Of a group that no page can hold the last ones keep together.
            (&[10, 12, 12, 2], &[0, 1, 2], &[1, 4]),
            // A mark on the last block keeps it with nothing.
            (&[10], &[0], &[1]),
            // A block higher than a page has one to itself.
            (&[10, 40, 10], &[], &[1, 2, 3]),
        ] {
            assert_eq!(ends(heights, kept), expected, "{heights:?} {kept:?}");
        }
    }

    #[test]
    fn only_a_block_higher_than_the_page_goes_over() {
        let pages = spread(&column(&[10, 40, 10]), &[false; 3], &[], 30);
        assert_eq!(pages.iter().map(|page| page.over).collect::<Vec<_>>(), [false, true, false]);
    }

    #[test]
    fn the_largest_type_that_fits_one_page_is_taken() {
        let blocks = vec![Block::Note(String::new()); 2];
        let laid = |first: u32| {
            lay_out(&blocks, 30, 3, 1, |fit| column(&[first - 5 * u32::try_from(fit).expect("small"), 8]))
        };
        let outcome = |first| {
            let layout = laid(first);
            (layout.fit, layout.pages.len(), layout.spare)
        };
        assert_eq!(outcome(18), (0, 1, 2));
        assert_eq!(outcome(24), (1, 1, 1));
        assert_eq!(outcome(30), (2, 1, 0));
        assert_eq!(outcome(31), (1, 2, 0), "several pages have the comfortable size");
    }

    #[test]
    fn the_signature_never_stands_alone() {
        let signature = Block::Signature {
            signatory_label: String::new(),
            signatory: String::new(),
            shop: String::new(),
            seal_label: String::new(),
            date: String::new(),
        };
        let blocks = [
            Block::Section(String::new()),
            Block::Clause { number: 1, text: String::new(), measured: false },
            Block::Paragraph("valid".to_owned()),
            Block::Paragraph("closing".to_owned()),
            Block::Regards(Vec::new()),
            signature,
            Block::Note(String::new()),
        ];
        assert_eq!(keeps_with_next(&blocks), [true, true, true, true, true, true, false]);
        assert_eq!(keeps_with_next(&blocks[2..]), [false, true, true, true, false], "nothing is promised");
    }

    fn row(role: RowRole) -> Block {
        Block::Row { cells: Vec::new(), figures: 0, role }
    }

    #[test]
    fn a_table_breaks_between_its_rows() {
        let blocks = [
            Block::Section(String::new()),
            row(RowRole::Head),
            row(RowRole::Body),
            row(RowRole::Body),
            row(RowRole::Total),
            row(RowRole::Total),
            Block::Parties(Vec::new()),
            Block::Note(String::new()),
            row(RowRole::Body),
        ];
        assert_eq!(keeps_with_next(&blocks), [true, true, false, true, true, true, true, false, false]);
        let head = Some(1);
        assert_eq!(table_heads(&blocks), [None, None, head, head, head, head, None, None, None]);
    }

    #[test]
    fn a_small_table_behind_the_last_promise_stays_in_one_piece() {
        let letter = |rows: usize| {
            let mut blocks = vec![
                Block::Clause { number: 1, text: String::new(), measured: false },
                Block::Section(String::new()),
                row(RowRole::Head),
            ];
            blocks.extend(std::iter::repeat_n(row(RowRole::Body), rows));
            blocks.extend([Block::Paragraph("valid".to_owned()), Block::Regards(Vec::new())]);
            keeps_with_next(&blocks)
        };
        assert_eq!(letter(3), [true, true, true, true, true, false, true, true]);
        assert!(!letter(13)[3], "a long one is not");
    }

    #[test]
    fn a_tables_head_is_repeated_and_has_its_room() {
        // A title, a head and sixty rows of 10 with 2 between them, on pages of 120.
        let blocks: Vec<_> = [Block::Title(String::new()), row(RowRole::Head)]
            .into_iter()
            .chain(std::iter::repeat_n(row(RowRole::Body), 60))
            .collect();
        let extents = column(&[10; 62]);
        let pages = spread(&extents, &keeps_with_next(&blocks), &table_heads(&blocks), 120);
        let ends: Vec<_> = pages.iter().map(|page| page.blocks.end).collect();
        assert_eq!(ends, [10, 19, 28, 37, 46, 55, 62], "ten blocks, then nine below the head");
        let heads: Vec<_> = pages.iter().map(|page| page.head).collect();
        assert_eq!(heads[0], None);
        assert!(heads[1..].iter().all(|head| *head == Some(1)), "{heads:?}");
        assert!(pages.iter().all(|page| !page.over));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_cut(
            blocks in prop::collection::vec((0_u32..60, any::<bool>()), 0..40),
        ) {
            let (heights, keeps): (Vec<_>, Vec<_>) = blocks.into_iter().unzip();
            let extents = column(&heights);
            let pages = spread(&extents, &keeps, &[], 30);
            let placed: Vec<usize> = pages.iter().flat_map(|page| page.blocks.clone()).collect();
            prop_assert_eq!(placed, (0..heights.len()).collect::<Vec<_>>());
            for page in &pages {
                prop_assert!(!page.blocks.is_empty());
                let used = extents[page.blocks.end - 1].bottom - extents[page.blocks.start].top;
                prop_assert_eq!(page.over, used > 30);
                prop_assert!(used <= 30 || page.blocks.len() == 1);
            }
        }
    }
}
