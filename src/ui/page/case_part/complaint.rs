//! A complaint: feelings first, then facts, down to what is changed.

mod asked;
pub(crate) mod begin;
mod clash;
mod person;
mod received;
mod step;
mod told;
mod ways;
mod words;

pub(crate) use begin::Complain;

use super::care::Arisen;
use super::log::Log;
use crate::app::command::{ComplaintError, put_complaint};
use crate::app::desk::Desk;
use crate::domain::complaint::{ComplaintDay, ComplaintField, ComplaintStep, ComplaintText as Words};
use crate::domain::record::Records;
use crate::ui::page::case::Shown;
use crate::ui::part::said;
use asked::{AGREED, CAUSE, FINDING, KIND, MOOD, SEEKS, SEVERITY, asked, selected};
use leptos::prelude::*;
use person::{Person, person};
use step::step;
use words::{day, words};

/// The complaint of a case.
#[component]
pub(super) fn Complaint(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown.clone());
    let listen = view! {
        <received::Received shown=shown.clone()/>
        {words(s, Words::Feelings, |t| t.complaint().feelings_hint, 3)}
        {words(s, Words::Events, |t| t.complaint().events_hint, 4)}
        {person(s, Person::About)}
    };
    let understand = view! {
        {asked(s, KIND)}
        {asked(s, SEVERITY)}
        {asked(s, SEEKS)}
        {asked(s, MOOD)}
        <div class="needs-two">
            {selected(s, CAUSE)}
            {words(s, Words::CauseWords, |t| t.complaint().for_us, 2)}
        </div>
    };
    let take_on = view! {
        <clash::Clash shown=shown.clone()/>
        {person(s, Person::Handler)}
        <Log shown=shown.clone() kind=told::ACKNOWLEDGED/>
    };
    let investigate = view! {
        <div class="needs-two">
            {words(s, Words::CustomerSide, |t| t.complaint().for_us, 3)}
            {words(s, Words::StaffSide, |t| t.complaint().sides_hint, 3)}
        </div>
        {words(s, Words::Findings, |t| t.complaint().findings_hint, 4)}
        {asked(s, FINDING)}
    };
    let put_right = view! {
        {words(s, Words::Remedy, |t| t.complaint().remedy_hint, 3)}
        {day(s, ComplaintDay::RemedyBy, |t| t.complaint().in_reply)}
        {asked(s, AGREED)}
        <ways::PutRight shown=shown.clone()/>
    };
    let reply = view! {
        <div class="needs-two">
            {words(s, Words::Change, |t| t.complaint().change_hint, 3)}
            {words(s, Words::WayOn, |t| t.complaint().way_on_hint, 3)}
        </div>
        <ways::ReplyWay shown=shown.clone()/>
        <Log shown=shown.clone() kind=told::ANSWERED/>
    };
    let learn = view! {
        {words(s, Words::RootCause, |t| t.complaint().root_cause_hint, 3)}
        {words(s, Words::Prevention, |t| t.complaint().prevention_hint, 3)}
        {day(s, ComplaintDay::Check, |t| t.complaint().for_us)}
        <ways::Improve shown=shown.clone()/>
        <ways::RecordWay shown=shown.clone()/>
    };
    view! {
        <Arisen shown=shown.clone()/>
        <begin::OwnCase shown=shown.clone()/>
        <div class="complaint">
            {step(s, ComplaintStep::Listen, listen.into_any())}
            {step(s, ComplaintStep::Understand, understand.into_any())}
            {step(s, ComplaintStep::TakeOn, take_on.into_any())}
            {step(s, ComplaintStep::Investigate, investigate.into_any())}
            {step(s, ComplaintStep::PutRight, put_right.into_any())}
            {step(s, ComplaintStep::Reply, reply.into_any())}
            {step(s, ComplaintStep::Ask, view! { <Log shown=shown kind=told::JUDGED/> }.into_any())}
            {step(s, ComplaintStep::Learn, learn.into_any())}
        </div>
    }
    .into_any()
}

/// Keeps a field; or says why it cannot be.
fn keep(desk: Desk, shown: &Shown, field: ComplaintField) -> Result<(), ComplaintError> {
    let made: Result<Records, _> = put_complaint(&desk.pen(), &shown.id, &shown.case_untracked(), field);
    made.map(|records| desk.save(records))
}

/// A hint below something that has no place for one.
fn hint(text: crate::ui::part::Text) -> AnyView {
    view! { <p class="hint">{said(text)}</p> }.into_any()
}
