use crate::bench::Bench;
use casebook::app::command::{retire_process, save_process};
use casebook::app::story::{process_field_name, process_words};
use casebook::catalog::default_process;
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
