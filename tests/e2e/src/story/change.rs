use super::add_line;
use crate::{Home, PATIENCE, Paper, Screen, any_paper, button, checkbox, field, heading, link};
use std::time::{Duration, Instant};

/// After this time what was pressed is on the screen.
const SETTLED: Duration = Duration::from_millis(500);

/// What a customer wants besides what was agreed, and what it leads to.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "they say it")]
pub struct Wish {
    pub what: &'static str,
    pub reason: &'static str,
    pub on_time: &'static str,
    pub on_cost: &'static str,
    pub on_quality: &'static str,
    /// The line that the first option gets: which one, what, at which price.
    pub line: (usize, &'static str, &'static str),
    /// The price before and after, as it prints.
    pub totals: [&'static str; 2],
    /// The last day that is agreed now.
    pub end: &'static str,
}

/// A change that is led through its process within a case.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    screen: &'a Screen,
    home: &'a Home,
    /// The page of the case, and its number.
    case: (&'a str, &'a str),
    wish: Wish,
}

impl<'a> Change<'a> {
    /// A wish that comes up in a case, named by its page and its number.
    #[must_use]
    pub fn new(screen: &'a Screen, home: &'a Home, case: (&'a str, &'a str), wish: Wish) -> Self {
        Self { screen, home, case, wish }
    }

    async fn open(&self) {
        self.screen.open(self.home, &format!("{}/work", self.case.0)).await;
    }

    fn task(&self, path: &str) -> String {
        let (stage, task) = path.split_once('/').expect("a stage and a task");
        self.screen.words.process(&format!("P15/stages/{stage}/tasks/{task}/text"))
    }

    async fn next(&self, path: &str) {
        self.screen.reads(&self.screen.words.fill("change.next", &[("task", &self.task(path))])).await;
    }

    async fn tick(&self, path: &str) {
        self.next(path).await;
        let tick = checkbox(self.task(path));
        self.screen.press(&tick).await;
        // What is told at the top of the page in that moment moves the box away from the finger.
        let begun = Instant::now();
        while self.screen.has(&tick).await && !self.screen.is_on(&tick).await {
            assert!(begun.elapsed() < PATIENCE, "{path} is not ticked");
            tokio::time::sleep(SETTLED).await;
            if self.screen.has(&tick).await && !self.screen.is_on(&tick).await {
                self.screen.press(&tick).await;
            }
        }
    }

    async fn stands_at(&self, number: &str, stage: &str) {
        let words = &self.screen.words;
        let stage = words.process(&format!("P15/stages/{stage}/name"));
        self.screen.reads(&words.fill("change.course_at", &[("number", number), ("stage", &stage)])).await;
    }

    async fn fill_in(&self, texts: &[(&str, &str)]) {
        let (screen, words) = (self.screen, &self.screen.words);
        for (key, text) in texts {
            screen.fill(&field(words.say(key)), text).await;
        }
        screen.press(&button(words.say("job.change_save"))).await;
    }

    /// The wish first, then the reason and the effects, as the next line asks for them.
    pub async fn note(&self) {
        let (screen, words, wish) = (self.screen, &self.screen.words, self.wish);
        self.open().await;
        screen.press(&button(words.say("job.change_add"))).await;
        self.fill_in(&[("job.change_what", wish.what)]).await;
        self.stands_at("1", "talk").await;
        self.next("talk/reason").await;
        screen.press(&button(words.say("change.fill_in"))).await;
        self.fill_in(&[("work.change_reason", wish.reason)]).await;
        self.tick("talk/no_promise").await;
        self.stands_at("2", "assess").await;
        self.next("assess/effect_time").await;
        screen.press(&button(words.say("change.fill_in"))).await;
        self.fill_in(&[
            ("work.change_on_time", wish.on_time),
            ("work.change_on_cost", wish.on_cost),
            ("work.change_on_quality", wish.on_quality),
        ])
        .await;
        self.stands_at("3", "adjust").await;
    }

    /// Days and prices are put otherwise.
    pub async fn adjust(&self) {
        let (screen, words, wish) = (self.screen, &self.screen.words, self.wish);
        self.next("adjust/plan").await;
        screen.press(&link(words.say("agreement.title"))).await;
        screen.fill(&field(words.say("work.day_agreed_end")), wish.end).await;
        self.open().await;
        self.next("adjust/quote").await;
        screen.press(&link(words.say("options.title"))).await;
        screen.find(&heading(words.say("options.title"))).await;
        let (row, text, price) = wish.line;
        add_line(screen, 1, row, (text, "1", price)).await;
        screen.reads(wish.totals[1]).await;
        self.open().await;
        self.stands_at("4", "confirm").await;
    }

    /// The paper of the change has both totals, and the customer confirms it.
    pub async fn confirm(&self) {
        let (screen, words, wish) = (self.screen, &self.screen.words, self.wish);
        self.tick("confirm/explain").await;
        self.next("confirm/request").await;
        screen.press(&link(words.say("papers.name_change_request"))).await;
        let paper = self.issue("case.receipt_issue", &[]).await;
        assert_eq!(paper.pages, 1, "{}", paper.text);
        let number = format!("{}-C1", self.case.1);
        for said in [&number, wish.what, wish.reason, wish.on_cost, wish.totals[0], wish.totals[1]] {
            paper.must_say(said);
        }
        self.open().await;
        screen.reads(&words.say("change.next_decide")).await;
        screen.press(&button(words.say("job.change_confirm"))).await;
        self.stands_at("5", "track").await;
    }

    /// Quote and agreement are given out again under their numbers; they name what they replace
    /// and what changed.
    pub async fn give_out_again(&self) {
        let (screen, words) = (self.screen, &self.screen.words);
        for (name, mark) in [("papers.name_quote", "Q1"), ("papers.name_agreement", "A1")] {
            let name = words.say(name);
            screen.reads(&words.fill("change.next_again", &[("paper", &name)])).await;
            screen.press(&link(name)).await;
            let paper = self.issue("paper_page.give_revision", &[("revision", "2")]).await;
            let number = format!("{}-{mark}", self.case.1);
            let second = words.fill("papers.number_revision_line", &[("number", &number), ("revision", "2")]);
            let replaces = words.fill("papers.amended_replaces", &[("revision", "1")]);
            for said in [second.as_str(), &replaces, self.wish.what, self.wish.totals[1]] {
                paper.must_say(said);
            }
            self.open().await;
        }
    }

    /// It is carried out, and checked.
    pub async fn track(&self) {
        for task in ["track/tell_team", "track/carry_out", "track/check"] {
            self.tick(task).await;
        }
        let finished = self.screen.words.say("change.finished");
        self.screen.reads(&finished).await;
        self.screen.reload().await;
        self.screen.reads(&finished).await;
    }

    /// Gives the paper on the screen out, and prints it.
    async fn issue(&self, press: &str, blanks: &[(&str, &str)]) -> Paper {
        let (screen, words) = (self.screen, &self.screen.words);
        let way = button(words.fill(press, blanks));
        screen.find(&any_paper()).await;
        screen.script("window.print = () => {}", vec![]).await;
        screen.press(&way).await;
        screen.gone(&way).await;
        screen.find(&button(words.say("case.receipt_again"))).await;
        screen.print().await
    }
}
