use crate::bench::{Bench, case_id};
use casebook::app::command::{follow_version, mark_task, retire_process, save_process, set};
use casebook::app::story::{process_field_name, process_words};
use casebook::catalog::default_process;
use casebook::domain::case::{CaseField, CaseKind, Evidence, Mark, Progress, StageMove};
use casebook::domain::custom_process::{CustomProcess, CustomProcessKind, Definition, DefinitionError};
use casebook::domain::id::ProcessId;
use casebook::domain::lang::Lang;
use casebook::domain::process::ProcessRef;
use casebook::domain::text::TextError;
use casebook::i18n::texts;
use casebook::journal::Field;

fn id() -> ProcessId {
    ProcessId::parse("own1").expect("an id")
}

fn own(bench: &Bench) -> CustomProcess {
    CustomProcess::of(&bench.records.journal::<CustomProcessKind>(id().as_str()))
}

fn built_in() -> Definition {
    Definition::of(default_process(Lang::En).expect("a process"), Lang::En)
}

fn named(name: &str) -> Definition {
    Definition { name: name.to_owned(), ..built_in() }
}

#[test]
fn a_process_is_copied_edited_and_retired() {
    let mut bench = Bench::default();
    let copied = built_in();
    for (name, version) in [(" Watches ", 1), ("Watches", 1), ("Clocks", 2)] {
        let pen = bench.pen("may");
        bench.take(save_process(&pen, &id(), &own(&bench), named(name)).expect("a version"));
        assert_eq!(own(&bench).latest().map(|(number, _)| number), Some(version), "{name}");
    }
    let process = own(&bench);
    assert_eq!(process.version(1).map(|version| version.name.as_str()), Some("Watches"));
    assert_eq!(process.version(3), None);
    let followed = process.version(2).expect("a version").process(ProcessRef { id: id(), version: 2 });
    assert_eq!((followed.name.as_str(), followed.at.version), ("Clocks", 2));
    assert_eq!(followed.stages.len(), copied.stages.len());
    assert_eq!(Definition::of(&followed, Lang::En).stages, copied.stages);
    assert!(!process.is_retired());
    let pen = bench.pen("may");
    bench.take(retire_process(&pen, &id(), &process, true));
    assert!(own(&bench).is_retired());
    assert_eq!(retire_process(&pen, &id(), &own(&bench), true).entries(), 0);
}

#[test]
fn what_cannot_be_followed_is_refused() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    let nameless = save_process(&pen, &id(), &own(&bench), named(" "));
    assert_eq!(nameless, Err(DefinitionError::Name(TextError::Empty)));
    let empty = Definition { stages: Vec::new(), ..named("Watches") };
    assert_eq!(save_process(&pen, &id(), &own(&bench), empty), Err(DefinitionError::NoStage));
}

#[test]
fn the_same_version_made_twice_stays_visible_until_one_is_kept() {
    let mut bench = Bench::default();
    let before = own(&bench);
    for (device, name) in [(1, "Watches"), (2, "Clocks")] {
        let pen = bench.pen_at(device, "may");
        bench.take(save_process(&pen, &id(), &before, named(name)).expect("a version"));
    }
    let t = texts(Lang::En);
    let conflicts = own(&bench).fields.conflicts();
    assert_eq!(process_field_name(t, conflicts[0].key), "Version 1");
    let words: Vec<_> = conflicts[0].values.iter().map(|held| process_words(t, &held.value)).collect();
    assert!(words[0].starts_with("Watches; ") && words[1].starts_with("Clocks; "), "{words:?}");
    assert_eq!(conflicts[0].values[0].value.key(), conflicts[0].key);
    let pen = bench.pen("may");
    let keep = own(&bench).version(1).expect("a version").clone();
    bench.take(save_process(&pen, &id(), &own(&bench), keep).expect("a version"));
    assert_eq!(own(&bench).fields.conflicts(), []);
    assert_eq!(
        own(&bench).latest().map(|(number, version)| (number, version.name.as_str())),
        Some((1, "Clocks"))
    );
}

#[test]
fn a_running_case_goes_on_in_a_later_version() {
    let at = |version| ProcessRef { id: id(), version };
    let before = built_in().process(at(1));
    let (second, fourth) = (before.stages[1].id.clone(), before.stages[3].id.clone());
    let mut shorter = built_in();
    shorter.stages.truncate(3);
    let mut changed = built_in();
    changed.stages.remove(1);
    changed.stages.swap(0, 2);
    let beside = changed.stages[1].id.clone();
    // The stage it stood in; which version follows; where it stands then.
    for (stage, after, there) in [
        (&second, built_in(), &second),
        (&fourth, shorter, &before.stages[2].id),
        (&second, changed.clone(), &beside),
        (&fourth, changed, &fourth),
    ] {
        let mut bench = Bench::default();
        let step = StageMove { to: stage.clone(), reason: String::new() };
        let pen = bench.pen("may");
        let fields = vec![CaseField::Process(at(1)), CaseField::Stage(step)];
        bench.take(set::<CaseKind>(&pen, case_id().as_str(), &bench.case(), fields));
        let task = before.stages[0].tasks[0].id.clone();
        let pen = bench.pen("may");
        bench.take(mark_task(&pen, &case_id(), &bench.case(), &task, Mark::Done(Evidence::Tick)));
        let pen = bench.pen("may");
        let after = after.process(at(2));
        bench.take(follow_version(&pen, &case_id(), &bench.case(), Some(&before), &after));
        let case = bench.case();
        assert_eq!(case.process(), Some(&at(2)));
        let now = Progress::of(&case, &after).stage().map(|stage| &stage.id);
        assert_eq!(now, Some(there), "from {stage}");
        assert!(case.mark(&task).is_some(), "what was done stays done");
    }
}
