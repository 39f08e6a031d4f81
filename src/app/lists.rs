//! What the lists show: kept while the app is open, so that a way back leads to the same place.

use crate::domain::date::Date;
use crate::platform::clock::zone_offset_minutes;
use crate::search::case_query::CaseQuery;
use crate::search::day::Day;
use leptos::prelude::*;

/// Where somebody was in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// How far the page was scrolled, in CSS pixels.
    pub scrolled: i32,
    /// The row that was opened last, from 0.
    pub row: Option<usize>,
}

/// What the lists show. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub struct Lists {
    /// Which cases, in which order.
    pub cases: RwSignal<CaseQuery>,
    /// What was typed into the search for customers.
    pub customers: RwSignal<String>,
    /// The place of the importance that the customers are narrowed to, or nothing.
    pub importance: RwSignal<String>,
    /// The tag that they are narrowed to, or nothing.
    pub tag: RwSignal<String>,
    /// The day that the calendar shows, or that lies in the week it shows; today by default.
    pub day: RwSignal<Option<Date>>,
    /// Whether the calendar shows the week; where nobody has said, wide screens do.
    pub week: RwSignal<Option<bool>>,
    /// The staff id of whose visits the calendar shows, or nothing.
    pub visitor: RwSignal<String>,
    /// The staff id of whose work the first page shows; all of it by default.
    pub person: RwSignal<String>,
    /// Where somebody was among the cases.
    pub cases_place: StoredValue<Place>,
    /// Where somebody was among the customers.
    pub customers_place: StoredValue<Place>,
}

impl Lists {
    pub(super) fn new() -> Self {
        Self {
            cases: RwSignal::new(CaseQuery::open()),
            customers: RwSignal::default(),
            importance: RwSignal::new(String::new()),
            tag: RwSignal::default(),
            day: RwSignal::new(None),
            week: RwSignal::new(None),
            visitor: RwSignal::default(),
            person: RwSignal::default(),
            cases_place: StoredValue::default(),
            customers_place: StoredValue::default(),
        }
    }

    /// Lets the list of cases begin anew with these.
    pub fn narrow_cases(self, query: CaseQuery) {
        self.cases_place.set_value(Place::default());
        self.cases.set(query);
    }
}

/// The day that it is, as it goes on to the next.
#[must_use]
pub fn use_day() -> Memo<Day> {
    let desk = super::desk::use_desk();
    Memo::new(move |_| Day::of(desk.now.get(), zone_offset_minutes))
}
