//! The cases as columns: one for each stage of a process.

use super::case_query::CaseQuery;
use super::day::Day;
use super::index::Index;
use crate::catalog::ProcessFace;

/// The most cases of a column that are shown; the list shows the rest.
pub const COLUMN_LENGTH: usize = 50;

/// The cases of one process by stage.
#[derive(Clone, PartialEq, Debug)]
pub struct Board {
    /// The process.
    pub process: ProcessFace,
    /// A column for each stage, in their order.
    pub columns: Vec<Column>,
}

/// The cases that stand in a stage.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// The stage id.
    pub stage: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// The ids of the first cases, in the order of the query.
    pub cases: Vec<String>,
    /// How many there are in all.
    pub count: usize,
}

/// The cases that the query finds, of its process, or of the one with the most of them. The
/// query's stage counts for nothing here.
#[must_use]
pub fn board(index: &Index, query: &CaseQuery, day: Day, faces: &[ProcessFace]) -> Option<Board> {
    let every_stage = CaseQuery { stage: String::new(), ..query.clone() };
    let found: Vec<_> =
        every_stage.run(index, day).into_iter().filter_map(|id| index.cases.get(&id)).collect();
    let cases_of = |face: &ProcessFace| found.iter().filter(|case| case.process == face.id).count();
    let chosen = faces.iter().find(|face| face.id == query.process);
    // Of equals the first in the library's order.
    let process = chosen.or_else(|| faces.iter().rev().max_by_key(|face| cases_of(face)))?;
    let mut columns: Vec<Column> = process
        .stages
        .iter()
        .map(|&(stage, name)| Column { stage, name, cases: Vec::new(), count: 0 })
        .collect();
    for case in found.iter().filter(|case| case.process == process.id) {
        // A stage that the process does not have counts as its first, as everywhere.
        let at = columns.iter().position(|column| column.stage == case.stage).unwrap_or(0);
        if let Some(column) = columns.get_mut(at) {
            column.count += 1;
            if column.cases.len() < COLUMN_LENGTH {
                column.cases.push(case.id.clone());
            }
        }
    }
    Some(Board { process: *process, columns })
}

impl Board {
    /// Where a case stands: the column and the place in it.
    #[must_use]
    pub fn place_of(&self, case: &str) -> Option<(usize, usize)> {
        self.columns
            .iter()
            .enumerate()
            .find_map(|(at, column)| Some((at, column.cases.iter().position(|id| id == case)?)))
    }

    /// The case that lies beside one: so many columns to the right, so many places further
    /// down. Columns without a case are passed over, shorter ones give their last.
    #[must_use]
    pub fn beside(&self, case: &str, right: isize, down: isize) -> Option<&str> {
        let (column, place) = self.place_of(case)?;
        if right == 0 {
            let place = place.checked_add_signed(down)?;
            return self.columns[column].cases.get(place).map(String::as_str);
        }
        let mut column = column.checked_add_signed(right)?;
        loop {
            let cases = &self.columns.get(column)?.cases;
            if let Some(last) = cases.last() {
                return Some(cases.get(place).unwrap_or(last));
            }
            column = column.checked_add_signed(right)?;
        }
    }
}
