//! Checks, merges, shows and makes Casebook's files without a browser, by the same code as the page.

mod export;
mod files;
mod generate;
mod import;
mod letter;
mod merge;
mod moment;
mod show;
mod stats;
mod validate;

use files::Failure;
use std::io::Write;
use std::process::ExitCode;

const USAGE: &str = "\
Usage: archive COMMAND

  validate FILE            check a file; exit 1 and a line for each problem when something is wrong
  merge FILE... -o OUT     merge files into one; the same bytes whatever their order
  show FILE                list the cases of a file, as JSON
  show FILE NUMBER         show a case by its number, or any record by its id, as JSON
  letter FILE NUMBER       print the text of an issued commitment letter
  stats FILE               how its cases went, as JSON: durations, activities, stages
  import-csv FILE [--map what=COLUMN,what=COLUMN...] [--kind customers|cases]
             [--duplicates leave|new|add] [OPTIONS] -o OUT
                           make a file of a sheet; without --map the headers tell what a column says
  import-events FILE --case COLUMN --activity COLUMN --time COLUMN [--person COLUMN]
                [--customer COLUMN] [--description COLUMN] [--closed-by ACTIVITY] [OPTIONS] -o OUT
                           make a file of a list of events: each case with its history
  import-vcard FILE [--duplicates leave|new|add] [OPTIONS] -o OUT
                           make a file of an address book's cards
  export-csv FILE --kind customers|cases|events [--lang zh-CN|zh-TW|en] [--zone NAME] -o OUT
                           write a table for spreadsheets; one of events can be imported again
  export-ics FILE [--zone NAME] [--now MOMENT] -o OUT
                           write visits and follow-ups for calendars
  generate --cases N --seed S [--lang zh-CN|zh-TW|en] -o OUT
                           write a file with a believable shop; the same for the same seed

A COLUMN is a header or a number from 1. OPTIONS of the imports:
  --encoding utf-8|gb18030|big5|utf-16le|utf-16be, --separator comma|semicolon|tab,
  --dates day-first|month-first, --zone NAME (of times without one; Asia/Shanghai),
  --process ID|NAME (that cases follow), --source NAME (rows of one source are one record),
  --now MOMENT (RFC 3339; nothing lies after it), --known ARCHIVE (what is here already: OUT adds to it)
Each row that is left out is told with its line; the others are in OUT all the same.

Exit code: 0 done; 1 the file has problems, or what was asked for is not in it; 2 wrong usage,
or a file cannot be read or written.
";

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(text) => {
            print(&text);
            ExitCode::SUCCESS
        }
        // What a check finds is its result, so it goes where results go.
        Err(Failure::Problems(text)) => {
            print(&text);
            ExitCode::from(1)
        }
        Err(Failure::NotFound(text)) => complain(&text, 1),
        Err(Failure::Machine(text)) => complain(&text, 2),
    }
}

/// What a command prints when it is done.
fn run(arguments: &[&str]) -> Result<String, Failure> {
    match arguments {
        ["validate", file] => validate::run(file),
        ["merge", rest @ ..] => match rest {
            [inputs @ .., "-o", output] | ["-o", output, inputs @ ..] if !inputs.is_empty() => {
                merge::run(inputs, output)
            }
            _ => Err(Failure::Machine(USAGE.to_owned())),
        },
        ["show", file] => show::cases(file),
        ["show", file, number] => show::record(file, number),
        ["letter", file, number] => letter::run(file, number),
        ["stats", file] => stats::run(file),
        ["import-csv", file, options @ ..] => import::csv(file, options),
        ["import-events", file, options @ ..] => import::events(file, options),
        ["import-vcard", file, options @ ..] => import::vcards(file, options),
        ["export-csv", file, options @ ..] => export::csv(file, options),
        ["export-ics", file, options @ ..] => export::ics(file, options),
        ["generate", options @ ..] => generate::run(options),
        ["help" | "--help" | "-h"] => Ok(USAGE.to_owned()),
        _ => Err(Failure::Machine(USAGE.to_owned())),
    }
}

/// Prints to standard output; whoever reads it may stop early.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn complain(text: &str, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
    ExitCode::from(code)
}
