//! The program for files: tables in and out.

#[path = "../../examples/archive/export.rs"]
mod export;
#[path = "../../examples/archive/files.rs"]
#[allow(dead_code, reason = "other commands use the rest")]
mod files;
#[path = "../../examples/archive/import.rs"]
mod import;
#[path = "../../examples/archive/moment.rs"]
mod moment;
#[path = "../../examples/archive/stats.rs"]
mod stats;

use files::Failure;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("tables").join(name);
        fs::create_dir_all(&folder).expect("a directory");
        Self(folder)
    }

    fn path(&self, file: &str) -> String {
        self.0.join(file).to_string_lossy().into_owned()
    }

    fn with(self, file: &str, bytes: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(file), bytes).expect("a file");
        self
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("a file")
    }
}

fn stats(path: &str) -> Value {
    serde_json::from_str(&stats::run(path).expect("a sound file")).expect("JSON")
}

#[test]
fn a_list_is_imported_and_counted() {
    let folder = Folder::new("list").with(
        "list.csv",
        "Vorgang;Schritt;Zeit;Wer\n1;Annahme;01.11.2026 08:00;Ann\n1;Fertig;01.11.2026 09:30;\n\
         2;Annahme;02.11.2026 08:00;Ann\n2;Reparatur;02.11.2026 08:00:01;Bob\n3;Annahme;03.11.2026 08:00;\n",
    );
    let (list, out) = (folder.path("list.csv"), folder.path("list.json"));
    let options = [
        "--case",
        "Vorgang",
        "--activity",
        "2",
        "--time",
        "Zeit",
        "--person",
        "Wer",
        "--closed-by",
        "Fertig",
        "--zone",
        "UTC",
        "-o",
        &out,
    ];
    let done = import::events(&list, &options).expect("a sound list");
    assert!(done.ends_with("rows: 5 taken, 0 the same as others, 0 left out\n"), "{done}");
    let counted = stats(&out);
    assert_eq!((&counted["cases"], &counted["open"], &counted["events"]), (&3.into(), &2.into(), &5.into()));
    let duration = &counted["case_duration_s"];
    let expected: Value =
        serde_json::from_str(r#"{"mean": 1800.333, "median": 1, "p90": 4320.2}"#).expect("JSON");
    assert_eq!(*duration, expected);
    assert_eq!(counted["activities"]["Annahme"]["count"], 3);
    assert_eq!(counted["activities"]["Fertig"]["last"], "2026-11-01T09:30:00Z");
    let stages = counted["stages"].as_object().expect("stages");
    assert_eq!(stages.values().map(|stage| stage["cases"].as_u64()).collect::<Vec<_>>(), [Some(2)]);
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_the_rest_is_taken() {
    let folder = Folder::new("wrong").with("list.csv", "case,activity,time\n1,a,2026-11-01\n1,b,soon\n");
    let (list, out) = (folder.path("list.csv"), folder.path("out.json"));
    let options = ["--case", "case", "--activity", "activity", "--time", "time", "-o", &out];
    let Err(Failure::Problems(text)) = import::events(&list, &options) else { panic!("taken") };
    assert!(text.contains("list.csv: line 3: \"soon\" is not a time that can be read\n"), "{text}");
    assert_eq!(stats(&out)["events"], 1);

    for (options, says) in [
        (&["--case", "case"][..], "-o needs a file"),
        (&["--case"], "--case needs a value"),
        (&["--colour", "red", "-o", "x"], "what is --colour?"),
        (&["--zone", "Mars", "-o", "x"], "--zone cannot be Mars"),
    ] {
        let Err(Failure::Machine(text)) = import::events(&list, options) else { panic!("{options:?}") };
        assert!(text.contains(says), "{text}");
    }
    for (options, says) in [
        (&["--case", "no", "--activity", "2", "--time", "3", "-o", &out][..], "no column is called \"no\""),
        (&["--case", "case", "--activity", "2", "-o", &out], "no column says \"time\""),
    ] {
        let Err(Failure::Problems(text)) = import::events(&list, options) else { panic!("{options:?}") };
        assert!(text.contains(says) && text.contains("case, activity, time"), "{text}");
    }
    let none = folder.path("none.csv");
    assert!(matches!(import::csv(&none, &["-o", &out]), Err(Failure::Machine(_))));
}

#[test]
fn sheets_are_read_in_their_encoding_and_exported_again() {
    let text = "姓名,电话,备注\n王小明,13800001234,周末\n李雷,,\n";
    let (gbk, _, _) = encoding_rs::GB18030.encode(text);
    let big5 = "姓名,電話\n王小明,0912345678\n";
    let (big5, _, _) = encoding_rs::BIG5.encode(big5);
    let folder = Folder::new("sheet").with("gbk.csv", &gbk).with("big5.csv", &big5);
    let out = folder.path("out.json");
    for (file, options) in [
        ("gbk.csv", vec!["-o", &out]),
        ("gbk.csv", vec!["--map", "name=姓名,phone=电话,note=备注", "--kind", "customers", "-o", &out]),
        ("big5.csv", vec!["--encoding", "big5", "-o", &out]),
    ] {
        import::csv(&folder.path(file), &options).expect("a sound sheet");
        assert!(folder.read("out.json").contains("王小明"), "{file}");
    }
    let table = folder.path("customers.csv");
    export::csv(&out, &["--kind", "customers", "-o", &table]).expect("a table");
    assert!(folder.read("customers.csv").starts_with("\u{feff}name,person,phone,"));
    let dates = Folder::new("dates").with("cases.csv", "description,opened\nLeak,03/04/2026\n");
    let (cases, out) = (dates.path("cases.csv"), dates.path("out.json"));
    let pairs = ["--map", "description=description,opened=opened", "-o", &out];
    let Err(Failure::Problems(text)) = import::csv(&cases, &pairs) else { panic!("taken") };
    assert!(text.contains("--dates day-first or --dates month-first"), "{text}");
    import::csv(&cases, &[&pairs[..], &["--dates", "month-first"]].concat()).expect("a sound sheet");
    let ics = dates.path("out.ics");
    export::ics(&out, &["--now", "2026-11-21T20:00:00Z", "-o", &ics]).expect("a calendar");
    assert!(dates.read("out.ics").starts_with("BEGIN:VCALENDAR\r\n"));
    let cards = Folder::new("cards").with("a.vcf", "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n");
    let done = import::vcards(&cards.path("a.vcf"), &["-o", &out]).expect("cards");
    assert!(done.contains("1 taken"), "{done}");
}

#[test]
fn who_is_known_is_left_out_or_added_to_or_new() {
    let folder = Folder::new("duplicates")
        .with("first.csv", "name,phone\nAnn,13800001234\n")
        .with("later.csv", "name,phone,email\nAnn,13800001234,a@example.com\nBob,13900001234,\nBob,13900001234,b@example.com\n")
        .with("later.vcf", "BEGIN:VCARD\nFN:Ann\nTEL:13800001234\nEMAIL:a@example.com\nEND:VCARD\n");
    let (known, out) = (folder.path("known.json"), folder.path("out.json"));
    import::csv(&folder.path("first.csv"), &["-o", &known]).expect("a sound sheet");
    for (doing, says) in [
        ("leave", "rows: 1 taken, 2 the same as others, 0 left out"),
        ("add", "rows: 3 taken, 0 the same as others, 0 left out"),
        ("new", "rows: 3 taken, 0 the same as others, 0 left out"),
    ] {
        let options = ["--known", &known, "--duplicates", doing, "-o", &out];
        let done = import::csv(&folder.path("later.csv"), &options).expect("a sound sheet");
        assert!(done.contains(says), "{doing}: {done}");
        // Added is one customer more than known, new are three, and the file has the news alone.
        let records = files::read_whole(&out).expect("a sound file").records;
        assert_eq!(
            records.0.len(),
            match doing {
                "leave" => 1,
                "add" => 2,
                _ => 3,
            },
            "{doing}"
        );
    }
    let done =
        import::vcards(&folder.path("later.vcf"), &["--known", &known, "--duplicates", "add", "-o", &out]);
    assert!(done.expect("cards").contains("1 taken"));
    assert!(folder.read("out.json").contains("a@example.com"));
    for wrong in [["--duplicates", "merge", "-o", &out], ["--known", "none.json", "-o", &out]] {
        assert!(
            matches!(import::csv(&folder.path("later.csv"), &wrong), Err(Failure::Machine(_))),
            "{wrong:?}"
        );
    }
}
