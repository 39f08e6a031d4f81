use casebook_e2e::{Look, Screen};
use std::cell::Cell;
use std::path::{Path, PathBuf};

/// The widths of a phone, a small and a large desk.
const WIDTHS: [u32; 3] = [390, 1024, 1440];
/// The look in which the pages are used between the pictures.
pub(crate) const AT_DESK: Look = Look { width: 1440, height: 900, dark: false };
/// The tallest picture.
const TALLEST: u64 = 3200;

/// Where the pictures of a language go.
pub(crate) struct Album {
    folder: PathBuf,
    lang: String,
    count: Cell<usize>,
}

impl Album {
    pub(crate) fn new(folder: &Path, lang: &str) -> Self {
        std::fs::create_dir_all(folder).expect("the folder can be made");
        Self { folder: folder.to_owned(), lang: lang.to_owned(), count: Cell::new(0) }
    }

    pub(crate) fn count(&self) -> usize {
        self.count.get()
    }

    /// The page as it is, in all widths, light and dark, as tall as it is.
    pub(crate) async fn whole(&self, screen: &Screen, name: &str) {
        self.picture(screen, name, TALLEST).await;
    }

    /// What of the page fits a window: for lists that have no end.
    pub(crate) async fn window(&self, screen: &Screen, name: &str) {
        self.picture(screen, name, 0).await;
    }

    async fn picture(&self, screen: &Screen, name: &str, tallest: u64) {
        for dark in [false, true] {
            for width in WIDTHS {
                let look = Look { width, height: if width < 600 { 844 } else { 900 }, dark };
                screen.look(look).await;
                let tall = screen.script("return document.documentElement.scrollHeight", vec![]).await;
                let tall = u32::try_from(tall.as_u64().unwrap_or(0).min(tallest)).unwrap_or(0);
                if tall > look.height {
                    screen.look(Look { height: tall, ..look }).await;
                }
                let scheme = if dark { "dark" } else { "light" };
                let file = self.folder.join(format!("{name}-{}-{width}-{scheme}.png", self.lang));
                std::fs::write(file, screen.picture().await).expect("the picture can be kept");
                self.count.set(self.count.get() + 1);
            }
        }
        screen.look(AT_DESK).await;
    }

    /// A printed paper, page by page.
    pub(crate) async fn paper(&self, screen: &Screen, name: &str) {
        let file = self.folder.join(format!("{name}-{}.pdf", self.lang));
        std::fs::write(&file, screen.print().await.pdf).expect("the paper can be kept");
        let mut command = std::process::Command::new("pdftoppm");
        let made = command.args(["-png", "-r", "90"]).arg(&file).arg(file.with_extension("")).status();
        assert!(made.is_ok_and(|made| made.success()), "pdftoppm failed");
        self.count.set(self.count.get() + 1);
    }
}
