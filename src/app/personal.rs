//! What is kept of one person: handed out as a file, or erased.

use super::asking::draft_name;
use super::command;
use super::desk::Desk;
use super::export;
use super::handout::Handout;
use crate::archive::{self, Exported};
use crate::domain::date::Date;
use crate::domain::id::CustomerId;
use crate::domain::named_files::NamedFiles;
use crate::domain::photo::KeptFile;
use crate::domain::record::{RecordKind, Records};
use crate::domain::survey::SurveyWay;
use crate::platform::{self, clock};
use crate::store::{Durability, StoreError};
use js_sys::Array;
use leptos::prelude::*;

async fn everything(desk: Desk) -> Result<Records, StoreError> {
    let mut all = match desk.store() {
        Some(store) => store.all().await?.records,
        None => desk.records.get_untracked(),
    };
    all.merge(desk.unsaved.get_untracked());
    Ok(all)
}

/// Erases a person for good; true once that is kept.
///
/// # Errors
/// The reason why nothing was erased, or why photos are still there.
pub async fn erase(desk: Desk, customers: &[CustomerId]) -> Result<bool, StoreError> {
    let all = everything(desk).await?;
    let marks = command::erase_customers(&desk.pen(), &all, customers);
    let cases = cases_of(&marks);
    let kept = desk.commit(marks, Durability::Strict).await;
    if kept {
        forget_drafts(&cases);
        forget_nobodys_files(desk).await?;
    }
    Ok(kept)
}

fn cases_of(marks: &Records) -> Vec<String> {
    let cases = marks.0.keys().filter(|key| key.kind == RecordKind::Case);
    cases.map(|key| key.id.clone()).collect()
}

/// Forgets what a person has answered to a survey and not handed in.
fn forget_drafts(cases: &[String]) {
    for case in cases {
        for way in [SurveyWay::Form, SurveyWay::Screen, SurveyWay::Phone] {
            platform::preferences::forget(&draft_name(case, way));
        }
    }
}

/// Forgets the bytes that no entry names: photos of who was erased.
async fn forget_nobodys_files(desk: Desk) -> Result<(), StoreError> {
    let Some(store) = desk.store() else { return Ok(()) };
    // Asked before the records are: what another tab adds meanwhile is not among them.
    let files: Vec<_> = store.files().await?.into_iter().map(|(file, _)| file).collect();
    let files = store.all().await?.nobodys(&files);
    if files.is_empty() { Ok(()) } else { store.forget_files(&files).await }
}

/// Erases what came in of persons that were erased before, and what was here of those whose
/// erasure came in.
///
/// # Errors
/// The reason why it could not be looked for.
pub async fn erase_what_came_in(desk: Desk) -> Result<(), StoreError> {
    if !desk.index.with_untracked(|index| index.customers.values().any(|one| one.is_erased())) {
        return Ok(());
    }
    let all = everything(desk).await?;
    let marks = command::erase_customers(&desk.pen(), &all, &command::erased_customers(&all));
    let cases = cases_of(&marks);
    desk.commit(marks, Durability::Strict).await;
    forget_drafts(&cases);
    forget_nobodys_files(desk).await
}

/// The records of a person, and nobody else's.
async fn theirs(desk: Desk, customers: &[CustomerId]) -> Result<Records, StoreError> {
    let mut all = everything(desk).await?;
    let keys = command::records_of(&all, customers);
    all.0.retain(|key, _| keys.contains(key));
    Ok(all)
}

fn named(now: u64, customers: &[CustomerId]) -> String {
    let day = Date::of_moment(now, clock::zone_offset_minutes(now));
    let code = customers.first().map(ToString::to_string).unwrap_or_default();
    export::file_name("casebook-customer", day, &code)
}

/// Hands the user a file with all that is kept of a person, with their photos; false when that was not possible.
///
/// # Errors
/// When the store cannot be read.
pub async fn hand_out(desk: Desk, customers: &[CustomerId]) -> Result<bool, StoreError> {
    let theirs = theirs(desk, customers).await?;
    let now = clock::now_ms();
    let exported = Exported {
        at: export::moment(now),
        device: desk.device(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let pieces = Array::new();
    let add = |text: &str| platform::file::piece(text).map(|piece| pieces.push(&piece)).is_some();
    let mut whole = add(&archive::opening(&theirs, &exported));
    let mut some = false;
    if let Some(store) = desk.store() {
        let mut files = NamedFiles::default();
        files.of(&theirs);
        for (hash, _) in store.files().await? {
            let Some(bytes) = (if files.name(&hash) { store.file(&hash).await? } else { None }) else {
                continue;
            };
            let file = KeptFile::new(bytes);
            if *file.hash() == hash {
                whole &= add(&archive::file_piece(!some, &file));
                some = true;
            }
        }
    }
    whole &= add(archive::closing(some));
    Ok(whole && platform::file::download_pieces(&named(now, customers), "application/json", &pieces))
}

/// Hands the user a page that says all that is kept of a person; false when that was not possible.
///
/// # Errors
/// When the store cannot be read.
pub async fn hand_out_page(desk: Desk, customers: &[CustomerId]) -> Result<bool, StoreError> {
    let theirs = theirs(desk, customers).await?;
    let now = clock::now_ms();
    let shop = desk.shop();
    let lang = desk.lang.get_untracked();
    let handout = Handout {
        theirs: &theirs,
        shop: shop.name().map(String::as_str).unwrap_or_default(),
        lang,
        now,
        zone: desk.zone(),
        clocks: clock::zone_offset_minutes,
        process: &|at| desk.process(lang, at),
    };
    let name = named(now, customers).replace(".json", ".html");
    Ok(platform::file::download(&name, "text/html", handout.to_html().as_bytes()))
}
