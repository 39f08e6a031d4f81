//! Tables and a calendar for other programs.

use super::desk::Desk;
use super::import::processes;
use crate::archive::tables::{
    Agenda, Cell, Column, SheetKind, Telling, agenda, cases_table, csv, customers_table, events_table,
};
use crate::domain::date::Date;
use crate::domain::record::Records;
use crate::i18n::sheet_words::column_name;
use crate::i18n::{Texts, texts};
use crate::journal::DeviceId;
use crate::platform::{self, clock, pause::pause};
use crate::store::StoreError;
use leptos::prelude::*;

/// What is handed out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    /// The customers, a row each.
    Customers,
    /// The cases, a row each.
    Cases,
    /// What happened to the cases, a row each.
    Events,
    /// The visits and the follow-ups, as a calendar.
    Calendar,
}

impl List {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Customers, Self::Cases, Self::Events, Self::Calendar];

    fn file(self) -> (&'static str, &'static str, &'static str) {
        let table = "text/csv;charset=utf-8";
        match self {
            Self::Customers => ("casebook-customers", "csv", table),
            Self::Cases => ("casebook-cases", "csv", table),
            Self::Events => ("casebook-events", "csv", table),
            Self::Calendar => ("casebook-calendar", "ics", "text/calendar;charset=utf-8"),
        }
    }
}

/// Hands the user a list; gives the file's name, or nothing when the browser did not take it.
///
/// # Errors
/// When the store cannot be read.
pub async fn hand_out(desk: Desk, list: List) -> Result<Option<String>, StoreError> {
    pause().await;
    let mut all = match desk.store() {
        Some(store) => store.all().await?.records,
        None => desk.records.get_untracked(),
    };
    all.merge(desk.held_back());
    pause().await;
    let now_ms = clock::now_ms();
    let text = untrack(|| written(desk, list, &all, now_ms));
    let (what, ending, kind) = list.file();
    let day = Date::of_moment(now_ms, clock::zone_offset_minutes(now_ms));
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let code = DeviceId::parse(&desk.device()).map(|device| device.code()).unwrap_or_default();
    let name = format!("{what}-{day}-{code}.{ending}");
    Ok(platform::file::download(&name, kind, text.as_bytes()).then_some(name))
}

fn written(desk: Desk, list: List, all: &Records, now_ms: u64) -> String {
    let (lang, zone, processes) = (desk.lang.get(), desk.zone(), processes(desk));
    let t: &'static Texts = texts(lang);
    let kind = match list {
        List::Customers => SheetKind::Customers,
        List::Cases => SheetKind::Cases,
        List::Events => SheetKind::Events,
        List::Calendar => {
            let words = t.import();
            let (shop, visit, follow_up) = (desk.shop(), words.agenda_visit, words.agenda_follow_up);
            let name = shop.name().map_or("Casebook", String::as_str);
            return agenda(all, &Agenda { name, visit, follow_up, now_ms, zone });
        }
    };
    let header = |column: Column| column_name(t, kind, column).to_owned();
    let telling = Telling { header: &header, lang, in_words: true, processes: &processes, zone };
    let table: fn(&Records, &Telling<'_>) -> Vec<Vec<Cell>> = match kind {
        SheetKind::Customers => customers_table,
        SheetKind::Cases => cases_table,
        SheetKind::Events => events_table,
    };
    csv(&table(all, &telling))
}
