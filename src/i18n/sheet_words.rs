//! Tables of other programs: what their columns say, and what is wrong with them, in words.

use super::Texts;
use crate::archive::tables::{
    Column, Doing, Encoding, MapError, Part, RowFault, Separator, SheetKind, TableError,
};

/// What the rows of a table are.
#[must_use]
pub fn kind_name(t: &'static Texts, kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Customers => t.import().kind_customers,
        SheetKind::Cases => t.import().kind_cases,
        SheetKind::Events => t.import().kind_events,
    }
}

/// What an encoding is called.
#[must_use]
pub fn encoding_name(t: &'static Texts, encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => t.import().encoding_utf8,
        Encoding::Utf16Le => t.import().encoding_utf16le,
        Encoding::Utf16Be => t.import().encoding_utf16be,
        Encoding::Gb18030 => t.import().encoding_gb18030,
        Encoding::Big5 => t.import().encoding_big5,
    }
}

/// What stands between columns.
#[must_use]
pub fn separator_name(t: &'static Texts, separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => t.import().separator_comma,
        Separator::Semicolon => t.import().separator_semicolon,
        Separator::Tab => t.import().separator_tab,
    }
}

/// What a column says, in a table of this kind.
#[must_use]
pub fn column_name(t: &'static Texts, kind: SheetKind, column: Column) -> &'static str {
    let t = t.import();
    match column {
        Column::Name => t.col_name,
        Column::Company => t.col_company,
        Column::Person if kind == SheetKind::Events => t.col_who,
        Column::Person => t.col_person,
        Column::Phone => t.col_phone,
        Column::Mobile => t.col_mobile,
        Column::Email => t.col_email,
        Column::Wechat => t.col_wechat,
        Column::Line => t.col_line,
        Column::Address => t.col_address,
        Column::Tags => t.col_tags,
        Column::Note => t.col_note,
        Column::Number => t.col_number,
        Column::Description => t.col_description,
        Column::Asset => t.col_asset,
        Column::Brand => t.col_brand,
        Column::Model => t.col_model,
        Column::Serial => t.col_serial,
        Column::Process => t.col_process,
        Column::Stage => t.col_stage,
        Column::Status => t.col_status,
        Column::Urgency => t.col_urgency,
        Column::Channel => t.col_channel,
        Column::Assignee => t.col_assignee,
        Column::Opened => t.col_opened,
        Column::Due => t.col_due,
        Column::Closed => t.col_closed,
        Column::Told => t.col_told,
        Column::Case => t.col_case,
        Column::Activity => t.col_activity,
        Column::Time => t.col_time,
    }
}

/// What may be done with a row of somebody who is here already.
#[must_use]
pub fn doing_name(t: &'static Texts, doing: Doing) -> &'static str {
    match doing {
        Doing::Leave => t.import().doing_leave,
        Doing::Add => t.import().doing_add,
        Doing::New => t.import().doing_new,
    }
}

/// What is said of a customer, here and in a row.
#[must_use]
pub fn part_name(t: &'static Texts, part: Part) -> &'static str {
    let t = t.import();
    match part {
        Part::Name => t.col_name,
        Part::Phone => t.col_phone,
        Part::Email => t.col_email,
        Part::Wechat => t.col_wechat,
        Part::Line => t.col_line,
        Part::Address => t.col_address,
        Part::Tags => t.col_tags,
        Part::Person => t.col_person,
        Part::Note => t.col_note,
    }
}

/// Why nothing of a table can be taken.
#[must_use]
pub fn table_error(t: &'static Texts, error: TableError) -> String {
    let t = t.import();
    match error {
        TableError::TooLarge | TableError::TooManyRows => t.table_too_large.to_owned(),
        TableError::Empty => t.table_empty.to_owned(),
        TableError::TooManyColumns { line } => t.table_columns(&line),
        TableError::OpenQuote { line } => t.table_quote(&line),
        TableError::NoCards => t.table_no_cards.to_owned(),
    }
}

/// Why its columns cannot say this.
#[must_use]
pub fn map_error(t: &'static Texts, kind: SheetKind, error: &MapError) -> String {
    match error {
        MapError::Twice(column) => t.import().map_twice(&column_name(t, kind, *column)),
        MapError::Missing(column) => t.import().map_missing(&column_name(t, kind, *column)),
        MapError::Nobody => t.import().map_nobody.to_owned(),
        MapError::DateOrder(date) => t.import().map_dates(date),
        // Columns are chosen on the screen, never typed.
        MapError::NotAPair(_) | MapError::Unknown(_) | MapError::NoColumn(_) => {
            t.import().map_other.to_owned()
        }
    }
}

/// What is wrong with a row, or a cell of it.
#[must_use]
pub fn row_fault(t: &'static Texts, fault: &RowFault) -> String {
    let t = t.import();
    match fault {
        RowFault::NoName => t.fault_no_name.to_owned(),
        RowFault::NoDescription => t.fault_no_description.to_owned(),
        RowFault::NoCase => t.fault_no_case.to_owned(),
        RowFault::NoActivity => t.fault_no_activity.to_owned(),
        RowFault::NoTime => t.fault_no_time.to_owned(),
        RowFault::NotATime(text) => t.fault_time(&shown(text)),
        RowFault::BeforeTime(text) => t.fault_before(&shown(text)),
        RowFault::Future(text) => t.fault_future(&shown(text)),
        RowFault::NotADate(text) => t.fault_date(&shown(text)),
        RowFault::NotAPhone(text) => t.fault_phone(&shown(text)),
        RowFault::NotAnEmail(text) => t.fault_email(&shown(text)),
        RowFault::NotAStage(text) => t.fault_stage(&shown(text)),
        RowFault::NotAChoice(text) => t.fault_choice(&shown(text)),
        RowFault::LineTooLong => t.fault_long_name.to_owned(),
        RowFault::TextTooLong => t.fault_long_text.to_owned(),
        RowFault::TooManyEvents => t.fault_many_events.to_owned(),
        RowFault::MoreCells => t.fault_more_cells.to_owned(),
        RowFault::MaybeSame(who) => t.fault_maybe_same(&shown(who)),
        RowFault::SameNumber(number) => t.fault_same_number(&shown(number)),
        RowFault::Erased => t.fault_erased.to_owned(),
        RowFault::Unfinished => t.fault_unfinished.to_owned(),
        RowFault::NotALine => t.fault_line.to_owned(),
    }
}

/// The beginning of a cell, on one line.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}
