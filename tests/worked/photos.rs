//! Photos and files of a case.

use crate::bench::{Bench, case_id};
use casebook::app::command::{move_item, put_photo, remove_item};
use casebook::app::overview::{Due, Fact, Overview, VisitFacts, Way, fact_words};
use casebook::app::story::{Look, story};
use casebook::catalog::processes;
use casebook::domain::case::{CaseItemKey, CaseKind, CasePart, Evidence, Mark, Progress, has_photo};
use casebook::domain::custom_process::Towards;
use casebook::domain::id::{AssetId, PhotoId, TaskId};
use casebook::domain::lang::Lang;
use casebook::domain::local_time::LocalTime;
use casebook::domain::photo::{KeptFile, MediaType, Photo, PhotoOf};
use casebook::domain::process::{EvidenceKind, Process, Task};
use casebook::domain::text::{MAX_LINE, TextError};
use casebook::store::{MemoryStore, StoreError};

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 a picture";

fn photo(of: PhotoOf) -> Photo {
    let file = KeptFile::new(JPEG.to_vec());
    Photo {
        rank: 0,
        caption: String::new(),
        of,
        file: file.hash().clone(),
        media: MediaType::of(file.bytes()),
        name: String::new(),
        size: 204_800,
        width: 1600,
        height: 1200,
        taken: LocalTime::parse("2026-11-21T09:30"),
        on_papers: false,
    }
}

fn id(text: &str) -> PhotoId {
    PhotoId::parse(text).expect("an id")
}

fn put(bench: &mut Bench, text: &str, photo: Photo) {
    let pen = bench.pen("may");
    bench.take(put_photo(&pen, &case_id(), &bench.case(), &id(text), photo).expect("a photo"));
}

fn asking() -> (&'static Process, &'static Task) {
    let process =
        processes(Lang::En).iter().find(|process| process.at.id.as_str() == "P9").expect("a process");
    let tasks = process.stages.iter().flat_map(|stage| &stage.tasks);
    (process, tasks.into_iter().find(|task| task.evidence == EvidenceKind::Photo).expect("a task"))
}

#[test]
fn a_task_that_asks_for_a_photo_is_done_while_it_has_one() {
    let (process, task) = asking();
    let mut bench = Bench::default();
    let done = |bench: &Bench| Progress::of(&bench.case(), process).is_done(task);
    put(&mut bench, "f1", photo(PhotoOf::Case));
    put(&mut bench, "f2", photo(PhotoOf::Task(TaskId::parse("other").expect("an id"))));
    assert!(!done(&bench), "photos of something else do not count");
    put(&mut bench, "f3", photo(PhotoOf::Task(task.id.clone())));
    assert!(done(&bench) && has_photo(&bench.case(), &task.id));
    assert_eq!(bench.case().mark(&task.id), None, "nothing is written for that");
    let pen = bench.pen("may");
    bench.take(remove_item(&pen, &case_id(), &bench.case(), CaseItemKey::Photo(id("f3"))));
    assert!(!done(&bench));
    // By hand, where the photo is kept elsewhere.
    let pen = bench.pen("may");
    let tick = Mark::Done(Evidence::Tick);
    bench.take(casebook::app::command::mark_task(&pen, &case_id(), &bench.case(), &task.id, tick));
    assert!(done(&bench));
    assert_eq!(Way::of(process, task), None, "its row itself takes the photo");
}

#[test]
fn photos_stand_in_their_order_and_in_sight() {
    let (process, _) = asking();
    let mut bench = Bench::default();
    let overview = |bench: &Bench| {
        let case = bench.case();
        Overview::of(&case, &Due::of(&Progress::of(&case, process)), &VisitFacts::default())
    };
    for name in ["a", "b", "c"] {
        put(&mut bench, name, photo(PhotoOf::Case));
    }
    let keys = |bench: &Bench| {
        bench.case().photos().iter().map(|(id, _)| CaseItemKey::Photo((*id).clone())).collect::<Vec<_>>()
    };
    let (pen, third) = (bench.pen("may"), CaseItemKey::Photo(id("c")));
    bench.take(move_item(&pen, &case_id(), &bench.case(), keys(&bench), &third, Towards::Start));
    let order: Vec<_> = bench.case().photos().iter().map(|(id, _)| id.to_string()).collect();
    assert_eq!(order, ["a", "c", "b"]);
    assert!(overview(&bench).in_use.contains(&(CasePart::Photos, Fact::Photos(3))));
    for (lang, words) in [(Lang::En, "3 photos and files"), (Lang::ZhCn, "3 张照片和文件")] {
        assert_eq!(fact_words(lang, &Fact::Photos(3), 0, |_| 0), words);
    }
}

#[test]
fn what_is_said_of_a_photo_has_its_limits() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    let long = Photo { caption: "x".repeat(20_001), ..photo(PhotoOf::Case) };
    let refused = put_photo(&pen, &case_id(), &bench.case(), &id("f1"), long);
    assert_eq!(refused, Err(TextError::TooLong(20_000)));
    let named = Photo { name: format!("a\n{}.pdf", "名".repeat(300)), ..photo(PhotoOf::Case) };
    put(&mut bench, "f2", named);
    let case = bench.case();
    assert_eq!(case.photos()[0].1.name.chars().count(), MAX_LINE);
    assert!(!case.photos()[0].1.name.contains('\n'));
}

#[test]
fn the_timeline_says_what_happened_to_a_photo() {
    let mut bench = Bench::default();
    let asset = AssetId::parse("washer").expect("an id");
    put(&mut bench, "f1", photo(PhotoOf::Asset(asset)));
    let said = Photo { caption: "Cracked rim".to_owned(), rank: 1, ..bench.case().photos()[0].1.clone() };
    put(&mut bench, "f1", said);
    let pen = bench.pen("may");
    bench.take(remove_item(&pen, &case_id(), &bench.case(), CaseItemKey::Photo(id("f1"))));
    let journal = bench.records.journal::<CaseKind>(case_id().as_str());
    let look = Look {
        lang: Lang::En,
        now: 0,
        zone: casebook::domain::calendar::Zone::default(),
        process: None,
        process_at: &|_| None,
        case: &|_| None,
        staff: &|_| None,
        customer: &|_| None,
        asset: &|_| Some("Washing machine".to_owned()),
    };
    let lines = story(&journal, &look);
    let words: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
    let [.., added, named, removed] = words.as_slice() else { panic!("{words:?}") };
    assert!(added.contains("the photo or file") && added.contains("Washing machine"), "{added}");
    assert!(named.contains("Cracked rim"), "{named}");
    assert!(removed.contains("Cracked rim"), "{removed}");
    let details = &lines[lines.len() - 3].detail;
    assert!(details.iter().any(|fact| fact.contains("205 KB")), "{details:?}");
}

#[test]
fn bytes_and_their_entry_are_kept_together_or_not_at_all() {
    let mut bench = Bench::default();
    put(&mut bench, "f1", photo(PhotoOf::Case));
    let file = KeptFile::new(JPEG.to_vec());
    let mut full = MemoryStore::default();
    full.trouble = Some(StoreError::Full);
    assert_eq!(full.append_files(&bench.records, std::slice::from_ref(&file)), Err(StoreError::Full));
    assert!(full.files.is_empty() && full.batches.is_empty());
    let mut store = MemoryStore::default();
    store.append_files(&bench.records, std::slice::from_ref(&file)).expect("room");
    assert_eq!(store.files.values().collect::<Vec<_>>(), [file.bytes()]);
}
