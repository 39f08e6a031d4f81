use super::*;
use std::collections::HashSet;

/// All tasks of all processes in a language, with where they stand.
fn tasks(lang: Lang) -> impl Iterator<Item = (&'static Process, &'static Stage, &'static Task)> {
    let stages = processes(lang).iter().flat_map(|process| process.stages.iter().map(move |s| (process, s)));
    stages.flat_map(|(process, stage)| stage.tasks.iter().map(move |task| (process, stage, task)))
}

/// The task's own name, without that of its process.
fn name(task: &Task) -> &str {
    task.id.as_str().split_once('-').expect("a process and a task").1
}

fn p(id: &str) -> &'static Process {
    let found = processes(Lang::En).iter().find(|process| process.at.id.as_str() == id);
    found.unwrap_or_else(|| panic!("{id} is missing"))
}

#[test]
fn the_whole_library_is_there_in_order() {
    let expected: Vec<String> = (1..=16).map(|n| format!("P{n}")).collect();
    for lang in Lang::ALL {
        let ids: Vec<&str> = processes(lang).iter().map(|process| process.at.id.as_str()).collect();
        assert_eq!(ids, expected, "{lang:?}");
        assert_eq!(default_process(lang).map(|process| process.at.id.as_str()), Some("P1"));
    }
}

#[test]
fn no_task_is_named_as_one_of_another_process() {
    let mut known = HashSet::new();
    for (process, _, task) in tasks(Lang::En) {
        assert!(known.insert(&task.id), "{}", task.id);
        assert_eq!(task.id.as_str(), format!("{}-{}", process.at.id, name(task)));
    }
}

#[test]
fn every_process_has_its_stages() {
    let stages = |id: &str| -> Vec<&str> { p(id).stages.iter().map(|stage| stage.id.as_str()).collect() };
    let counted: Vec<usize> = processes(Lang::En).iter().map(|process| process.stages.len()).collect();
    assert_eq!(counted, [5, 9, 4, 5, 10, 8, 5, 5, 7, 6, 5, 4, 7, 10, 5, 6]);
    assert_eq!(stages("P3"), ["receive", "understand", "help", "keep"]);
    assert_eq!(
        stages("P9"),
        ["application", "assessment", "agreement", "execution", "monitoring", "acceptance", "maintenance"]
    );
    assert_eq!(stages("P15"), ["talk", "assess", "adjust", "confirm", "track"]);
}

#[test]
fn every_language_says_the_same_process() {
    let shape = |lang| -> Vec<_> {
        let choices = |task: &Task| match &task.evidence {
            EvidenceKind::Choice(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
            _ => Vec::new(),
        };
        tasks(lang).map(|(p, stage, task)| (p.at.clone(), &stage.id, &task.id, choices(task))).collect()
    };
    for lang in Lang::ALL {
        assert_eq!(shape(lang), shape(Lang::En), "{lang:?}");
    }
}

#[test]
fn a_checklist_can_be_worked() {
    for process in Lang::ALL.into_iter().flat_map(processes) {
        let (mut ids, mut places) = (HashSet::new(), HashSet::new());
        for stage in &process.stages {
            assert!(places.insert(&stage.id), "{:?} has {:?} twice", process.at, stage.id);
            assert!(stage.tasks.iter().any(|task| task.required), "{:?} {:?}", process.at, stage.id);
            for task in &stage.tasks {
                assert!(ids.insert(&task.id), "{:?} has {:?} twice", process.at, task.id);
            }
        }
    }
}

#[test]
fn every_task_says_what_and_how() {
    for lang in Lang::ALL {
        let mut hints = HashSet::new();
        for (process, _, task) in tasks(lang) {
            let at = format!("{lang:?} {:?} {:?}", process.at, task.id);
            assert!(!task.text.is_empty() && !task.hint.is_empty(), "{at}");
            assert_ne!(task.hint, task.text, "{at}");
            assert!(!task.text.contains('\n') && !task.hint.contains('\n'), "{at}");
            assert!(hints.insert(&task.hint), "{at} has the hint of another task");
            if let EvidenceKind::Choice(choices) = &task.evidence {
                let labels: HashSet<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
                assert!(labels.len() > 1 && labels.len() == choices.len(), "{at}: {labels:?}");
            }
        }
    }
}

#[test]
fn no_language_has_words_for_a_task_that_is_not_there() {
    for lang in Lang::ALL {
        for ((id, shape), (_, words)) in STRUCTURE.iter().zip(words_in(lang)) {
            let shape: ProcessShape = serde_json::from_str(shape).expect("valid data");
            let words: ProcessWords = serde_json::from_str(words).expect("valid data");
            assert_eq!(words.stages.len(), shape.stages.len(), "{lang:?} {id}");
            for stage in &shape.stages {
                let said = &words.stages[&stage.id].tasks;
                assert_eq!(said.len(), stage.tasks.len(), "{lang:?} {id} {}", stage.id);
                for task in &stage.tasks {
                    let choices = match &task.evidence {
                        EvidenceShape::Choice { choice } => choice.len(),
                        _ => 0,
                    };
                    assert_eq!(said[&task.id].choices.len(), choices, "{lang:?} {id} {}", task.id);
                }
            }
        }
    }
}

/// Cases that were opened before are pinned to these.
#[test]
fn the_first_version_of_what_shops_already_use_keeps_its_tasks() {
    assert_first_version(
        "P1",
        &[
            "intake: answer_channel greet listen record_request answer_or_route promise_answer",
            "solution: ask_further separate_needs judge involve_department draw_up_options customer_chooses",
            "execution: assign work_to_standard report_progress tell_delay escalate",
            "delivery: present_result customer_confirms note_corrections collect_fee file_records",
            "aftercare: rate_importance plan_follow_up give_advice survey handle_complaint",
        ],
    );
    assert_first_version(
        "P8",
        &[
            "connect: greet note_contact",
            "listen: hear_request say_back",
            "support: help charge",
            "record: write_line",
            "follow_up: ask_more call_back",
        ],
    );
    assert_first_version(
        "P10",
        &[
            "request: note_request door_number first_quote agree_time site_notes",
            "dispatch: write_form send_to_team member_signs prepare_tools supervise",
            "visit: call_ahead arrive missed_visit_note rearrange show_badge do_job",
            "acceptance: tidy_up show_work customer_accepts customer_signs remind_fee",
            "settlement: check_fee settle_fee payment_method give_receipt",
            "filing: copy_team copy_archive copy_finance review call_back",
        ],
    );
}

fn assert_first_version(id: &str, expected: &[&str]) {
    let process = p(id);
    let line = |stage: &Stage| {
        let tasks: Vec<&str> = stage.tasks.iter().map(name).collect();
        format!("{}: {}", stage.id, tasks.join(" "))
    };
    assert_eq!(process.at.version, 1, "{id}");
    assert_eq!(process.stages.iter().map(line).collect::<Vec<_>>(), expected, "{id}");
}

#[test]
fn the_blueprint_of_a_vehicle_visit_has_its_lanes() {
    let tasks = p("P11").stages.iter().flat_map(|stage| &stage.tasks).filter(|task| task.required);
    let lanes: Vec<(&str, Lane)> = tasks.map(|task| (name(task), task.lane)).collect();
    assert_eq!(
        lanes,
        [
            ("customer_calls", Lane::Customer),
            ("confirm_time", Lane::Frontstage),
            ("customer_arrives", Lane::Customer),
            ("receive_car", Lane::Frontstage),
            ("walk_round", Lane::Frontstage),
            ("fault_told", Lane::Customer),
            ("diagnose", Lane::Frontstage),
            ("estimate", Lane::Backstage),
            ("customer_agrees", Lane::Customer),
            ("customer_waits", Lane::Customer),
            ("schedule", Lane::Backstage),
            ("do_job", Lane::Backstage),
            ("inspect", Lane::Frontstage),
            ("tell_customer", Lane::Frontstage),
            ("wash", Lane::Backstage),
            ("invoice", Lane::Backstage),
            ("customer_pays", Lane::Customer),
            ("customer_leaves", Lane::Customer),
        ]
    );
}

#[test]
fn limits_reviews_and_the_process_within_a_case_are_marked() {
    let limits: Vec<_> = tasks(Lang::En)
        .filter_map(|(p, _, task)| Some((p.at.id.as_str(), name(task), task.limit?)))
        .collect();
    assert_eq!(limits, [("P13", "draft", 960), ("P14", "acknowledge", 480)]);
    let reviewed: Vec<String> = processes(Lang::En)
        .iter()
        .flat_map(|p| p.stages.iter().filter(|s| s.review).map(|s| format!("{} {}", p.at.id, s.id)))
        .collect();
    for stage in ["P2 acceptance", "P9 assessment", "P13 plan", "P14 investigate", "P14 remedy"] {
        assert!(reviewed.iter().any(|reviewed| reviewed == stage), "{stage}: {reviewed:?}");
    }
    let within: Vec<&str> =
        processes(Lang::ZhCn).iter().filter(|p| p.within_case).map(|p| p.at.id.as_str()).collect();
    assert_eq!(within, ["P15"]);
}

#[test]
fn every_record_and_most_papers_are_asked_for_somewhere() {
    let asked: HashSet<_> = tasks(Lang::En).map(|(_, _, task)| format!("{:?}", task.evidence)).collect();
    for part in RecordPart::ALL {
        assert!(asked.contains(&format!("{:?}", EvidenceKind::Record(part))), "{part:?}");
    }
    // Printed from elsewhere: a visit is told by its record, no process foresees a broken promise, a
    // blueprint shows the process.
    let elsewhere = [PaperKind::Appointment, PaperKind::Apology, PaperKind::Blueprint];
    for kind in PaperKind::ALL.into_iter().filter(|kind| !elsewhere.contains(kind)) {
        assert!(asked.contains(&format!("{:?}", EvidenceKind::Paper(kind))), "{kind:?}");
    }
}

#[test]
fn data_that_does_not_fit_is_no_process() {
    let shape = r#"{"version": 1, "stages": [{"id": "a", "tasks": [{"id": "b", "lane": "customer", "role": "member", "required": true, "evidence": {"paper": "quote"}}]}]}"#;
    let words = r#"{"name": "N", "about": "A", "stages": {"a": {"name": "S", "tasks": {"b": {"text": "T", "hint": "H"}}}}}"#;
    let process = load("P99", shape, words).expect("it fits");
    let stage = &process.stages[0];
    assert_eq!((stage.review, process.within_case, stage.tasks[0].limit), (false, false, None));
    assert_eq!(stage.tasks[0].evidence, EvidenceKind::Paper(PaperKind::Quote));
    for (from, to) in [
        (r#"{"paper": "quote"}"#, r#"{"paper": "quotes"}"#),
        (r#"{"paper": "quote"}"#, r#"{"record": "quote"}"#),
        (r#"{"paper": "quote"}"#, r#""stamp""#),
        (r#"{"paper": "quote"}"#, r#"{"choice": ["unsaid"]}"#),
        (r#""customer""#, r#""nobody""#),
        (r#""member""#, r#""nobody""#),
        (r#""id": "b""#, r#""id": "c""#),
    ] {
        assert!(shape.contains(from) && load("P99", &shape.replace(from, to), words).is_none(), "{to}");
    }
}
