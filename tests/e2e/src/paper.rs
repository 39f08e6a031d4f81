use crate::screen::{answered, squash};
use crate::{Scratch, Screen};
use std::path::Path;
use std::process::Command;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

/// A printed paper, as a reader of the PDF finds it.
#[derive(Debug)]
pub struct Paper {
    /// Its words, page by page.
    pub text: String,
    /// How many pages it has.
    pub pages: usize,
    /// The size of the first, as `595 x 842 pts (A4)`.
    pub size: String,
    /// The file itself.
    pub pdf: Vec<u8>,
}

impl Paper {
    /// Whether it says something; white space does not count.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        squash(&self.text).contains(&squash(words))
    }

    /// Checks that it says something.
    pub fn must_say(&self, words: &str) {
        assert!(self.says(words), "the paper does not say '{words}', but:\n{}", self.text);
    }
}

impl Screen {
    /// Prints the page on A4 without the browser's own margins.
    pub async fn print(&self) -> Paper {
        let parameters = PrintParameters {
            page: PrintPage { width: 21.0, height: 29.7 },
            margin: PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 },
            background: true,
            ..PrintParameters::default()
        };
        let pdf = answered("printing", self.driver.print_page(parameters).await);
        let scratch = Scratch::new("paper");
        let file = scratch.file("paper.pdf");
        std::fs::write(&file, &pdf).expect("the PDF can be written");
        let about = output("pdfinfo", &file, &[]);
        let told = |what: &str| {
            let line = about.lines().find_map(|line| line.strip_prefix(what));
            line.unwrap_or_else(|| panic!("pdfinfo tells no '{what}'")).trim().to_owned()
        };
        Paper {
            text: output("pdftotext", &file, &["-"]),
            pages: told("Pages:").parse().expect("a number of pages"),
            size: told("Page size:"),
            pdf,
        }
    }
}

fn output(program: &str, file: &Path, rest: &[&str]) -> String {
    let run = Command::new(program).arg(file).args(rest).output();
    let run = run.unwrap_or_else(|error| panic!("{program}: {error}. Run tools/setup.sh test."));
    assert!(run.status.success(), "{program} failed: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).into_owned()
}
