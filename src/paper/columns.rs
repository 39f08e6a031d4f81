use crate::domain::document::Block;

/// The widest that a column of words asks to be, in half-width characters.
const WIDEST: u32 = 44;
/// The room that a column asks for besides its words.
const PADDING: u32 = 2;

/// A column of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// How wide its widest cell is, in half-width characters.
    pub width: u32,
    /// Whether it holds figures, which are never broken.
    pub figures: bool,
}

/// For each block, the columns of the table that it is a row of. They depend on the whole table,
/// so that they stand in the same places on every page.
#[must_use]
pub fn columns(blocks: &[Block]) -> Vec<Vec<Column>> {
    let row = |block: &Block| matches!(block, Block::Row { .. });
    blocks
        .chunk_by(|one, next| row(one) && row(next))
        .flat_map(|run| vec![of_table(run); run.len()])
        .collect()
}

fn of_table(rows: &[Block]) -> Vec<Column> {
    let cells = |block: &Block| match block {
        Block::Row { cells, .. } => cells.len(),
        _ => 0,
    };
    let count = rows.iter().map(cells).max().unwrap_or_default();
    (0..count).map(|place| of_column(rows, place, count)).collect()
}

fn of_column(rows: &[Block], place: usize, count: usize) -> Column {
    let mut column = Column { width: 0, figures: false };
    for row in rows {
        let Block::Row { cells, figures, .. } = row else { continue };
        // A sum with its name: the name has the room of several columns, the sum that of the last.
        let cell = match &cells[..] {
            [_, sum] if count > 2 => Some(sum).filter(|_| place + 1 == count),
            cells => cells.get(place),
        };
        let Some(cell) = cell else { continue };
        let widest = cell.lines().map(width).max().unwrap_or_default();
        column.width = column.width.max(widest);
        column.figures |= count - place <= usize::try_from(*figures).unwrap_or(usize::MAX);
    }
    if !column.figures {
        column.width = column.width.min(WIDEST) + PADDING;
    }
    column
}

/// How wide a line is: 2 for a Chinese character, 1 for a letter.
#[must_use]
pub fn width(line: &str) -> u32 {
    // An empty box to tick is as wide as a Chinese character.
    line.chars().fold(0, |sum, c| sum.saturating_add(if c < '\u{2e80}' && c != '□' { 1 } else { 2 }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::RowRole;

    fn row(cells: &[&str], role: RowRole) -> Block {
        Block::Row { cells: cells.iter().map(|cell| (*cell).to_owned()).collect(), figures: 1, role }
    }

    #[test]
    fn columns_are_as_wide_as_the_table_needs() {
        let blocks = [
            Block::Note(String::new()),
            row(&["项目", "单位", "金额"], RowRole::Head),
            row(&["水泵 A", "台", "80.00"], RowRole::Body),
            row(&["连同所有的税在内的总计", "1,280.00"], RowRole::Total),
        ];
        let columns = columns(&blocks);
        assert_eq!(columns[0], []);
        let word = |width| Column { width: width + PADDING, figures: false };
        let table = [word(6), word(4), Column { width: 8, figures: true }];
        assert!(columns[1..].iter().all(|columns| columns[..] == table), "{columns:?}");
    }

    #[test]
    fn a_long_text_does_not_push_the_others_away() {
        let long = "很".repeat(300);
        let blocks = [row(&[&long, "1"], RowRole::Body), row(&["短", "2"], RowRole::Body)];
        assert_eq!(columns(&blocks)[1][0], Column { width: WIDEST + PADDING, figures: false });
    }
}
