//! Photos of a case and of a task: taken in, looked at, exported with and without, and seen on
//! another device; what is wrong with one is said.

use casebook_e2e::story::{
    CORNER, Followed, WASHER, accept_result, export, first_run, import, take_over, take_request_of,
};
use casebook_e2e::{
    Archive, Home, Profile, Scratch, Screen, button, checkbox, dialog, field, file_input, heading, item, link,
};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use thirtyfour::Key;

/// A photo as a phone takes it: large, and with the place where it was taken.
const WITH_PLACE: &str = r#"
    const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1800 });
    const context = canvas.getContext('2d');
    for (let x = 0; x < 2400; x += 40) {
        context.fillStyle = `hsl(${(x * arguments[0]) % 360} 60% 55%)`;
        context.fillRect(x, 0, 40, 1800);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    const jpeg = new Uint8Array(await blob.arrayBuffer());
    const text = (words) => [...words].map((c) => c.charCodeAt(0));
    // One entry that points to the place, and there one with north or south.
    const tiff = [...text('MM'), 0, 42, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0,
        0, 1, 0, 1, 0, 2, 0, 0, 0, 2, ...text('N'), 0, 0, 0, 0, 0, 0, 0, ...text('PhoneOfWang')];
    const exif = [...text('Exif'), 0, 0, ...tiff];
    const length = exif.length + 2;
    return [...jpeg.slice(0, 2), 0xff, 0xe1, length >> 8, length & 255, ...exif, ...jpeg.slice(2)];
"#;

#[tokio::test]
async fn photos() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("photos"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let case = take_request_of(&screen, &WASHER, "P9").await;
    let case = Followed::new(&screen, &home, &case, "P9");
    let (drum, hose) = (photo(&screen, &scratch, 3).await, photo(&screen, &scratch, 7).await);

    of_a_task(&screen, &case, &hose).await;
    of_the_case(&screen, &case, &drum).await;
    on_the_report(&screen, &case).await;
    nothing_of_the_place_is_kept(&screen).await;
    what_is_wrong_is_said(&screen, &scratch).await;
    on_another_device(&screen, &home, &profile, &case).await;
    screen.quit().await;
}

/// Where there is no room a sentence says so, and nothing half is kept; later it goes on.
#[tokio::test]
async fn photos_without_room() {
    let (home, profile, scratch) = (Home::site(), Profile::chromium("zh-CN"), Scratch::new("no-room"));
    let screen = profile.open().await;
    let words = &screen.words;
    let origin = home.address("").trim_end_matches('/').to_owned();
    let limit = json!({ "origin": origin, "quotaSize": 1 });
    screen.devtools("Storage.overrideQuotaForOrigin", limit).await;
    screen.open(&home, "").await;
    screen.reads(&words.say("safety.full")).await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request_of(&screen, &WASHER, "P9").await;
    let task = words.process("P9/stages/application/tasks/background/text");
    let choose = file_input(format!("{} · {task}", words.say("photos.choose")));
    let file = photo(&screen, &scratch, 3).await;
    screen.choose_file(&choose, &file).await;
    let why = words.say("photos.error_store");
    screen.reads(why.split('{').next().expect("words")).await;
    assert!(!screen.has(&link(words.say("photos.see_all"))).await, "it is not shown as kept");

    screen.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin })).await;
    let again = button(words.say("safety.try_again"));
    screen.press(&again).await;
    screen.until("the banner goes", async || !screen.has(&again).await).await;
    assert_eq!(kept_bytes(&screen).await.len(), 0, "nothing half was kept");
    screen.choose_file(&choose, &file).await;
    screen.find(&link(words.say("photos.see_all"))).await;
    assert_eq!(kept_bytes(&screen).await.len(), 1);
    screen.quit().await;
}

/// Takes a photo with a camera of our own.
pub(crate) async fn photo(screen: &Screen, scratch: &Scratch, colour: u32) -> PathBuf {
    let bytes = screen.script_async(WITH_PLACE, vec![colour.into()]).await;
    let bytes: Vec<u8> = serde_json::from_value(bytes).expect("bytes");
    assert!(bytes.windows(11).any(|part| part == b"PhoneOfWang"), "the camera writes its name");
    let file = scratch.file(&format!("IMG_{colour}.jpg"));
    std::fs::write(&file, bytes).expect("the file can be written");
    file
}

/// The task is done by its photo; it could be ticked by hand as well.
async fn of_a_task(screen: &Screen, case: &Followed<'_>, file: &Path) {
    let words = &screen.words;
    let task = words.process("P9/stages/application/tasks/background/text");
    screen.find(&checkbox(&task).roughly()).await;
    let choose = format!("{} · {task}", words.say("photos.choose"));
    screen.choose_file(&file_input(choose), file).await;
    screen.reads(&words.say("photos.kept_one")).await;
    case.open().await;
    screen.gone(&checkbox(&task).roughly()).await;
    screen.press(&link(words.say("photos.see_all"))).await;
    screen.find(&heading(words.say("photos.title"))).await;
    screen.reads(&task).await;
}

async fn of_the_case(screen: &Screen, case: &Followed<'_>, file: &Path) {
    let words = &screen.words;
    screen.choose_file(&file_input(words.say("photos.choose")), file).await;
    let second = words.fill("photos.number", &[("number", "2")]);
    let look = |what: &str| button(words.fill("photos.open", &[("what", what)]));
    screen.find(&look(&second)).await;
    screen.until("small pictures", async || shown(screen, ".photo-face img", 320).await == 2).await;
    let caption = field(words.say("photos.caption")).within(item(&second));
    screen.fill(&caption, "滚筒边缘裂纹").await;
    screen.find(&look("滚筒边缘裂纹")).await;

    screen.reload().await;
    screen.press(&look("滚筒边缘裂纹")).await;
    screen.find(&dialog("滚筒边缘裂纹")).await;
    screen.until("the whole picture", async || shown(screen, "dialog img", 1600).await == 1).await;
    screen.reads(&words.fill("photos.place", &[("number", "2"), ("count", "2")])).await;
    screen.type_keys(Key::Left).await;
    let first = words.fill("photos.number", &[("number", "1")]);
    screen.find(&dialog(&first)).await;
    screen.type_keys(Key::Escape).await;
    screen.find(&look(&first)).await;

    screen.press(&button(words.fill("process.move_up", &[("what", "滚筒边缘裂纹")]))).await;
    screen.find(&look(&second)).await;
    screen.press(&button(words.fill("process.remove", &[("what", &second)]))).await;
    screen.gone(&look(&second)).await;
    screen.press(&button(words.say("common.undo"))).await;
    screen.find(&look(&second)).await;
    case.open().await;
    screen.reads("滚筒边缘裂纹").await;
    case.open_page("photos").await;
    screen.find(&look("滚筒边缘裂纹")).await;
}

/// The photo that was chosen stands on the acceptance report, the other does not.
async fn on_the_report(screen: &Screen, case: &Followed<'_>) {
    let words = &screen.words;
    case.open_page("photos").await;
    screen.press(&checkbox(words.say("photos.on_papers")).within(item("滚筒边缘裂纹"))).await;
    case.open_page("acceptance").await;
    accept_result(screen).await;
    let report = case.give_out("acceptance_report").await;
    report.must_say("滚筒边缘裂纹");
    screen.until("its picture", async || shown(screen, ".paper-picture img", 1600).await == 1).await;
    case.open_page("photos").await;
}

/// How many pictures of a kind are drawn, that wide.
async fn shown(screen: &Screen, which: &str, width: u32) -> u64 {
    let script = "return [...document.querySelectorAll(arguments[0])]\
        .filter((image) => image.complete && image.naturalWidth === arguments[1]).length";
    screen.script(script, vec![which.into(), width.into()]).await.as_u64().expect("a number")
}

/// All bytes that the browser keeps of photos, as text.
async fn kept_bytes(screen: &Screen) -> Vec<String> {
    let script = "const done = (request) => new Promise((yes, no) => {
            request.onsuccess = () => yes(request.result);
            request.onerror = () => no(request.error);
        });
        const all = [];
        for (const { name } of await indexedDB.databases()) {
            const database = await done(indexedDB.open(name));
            const files = await done(database.transaction('files').objectStore('files').getAll());
            all.push(...files.map((file) => new TextDecoder('latin1').decode(file)));
            database.close();
        }
        return all;";
    let all = screen.script_async(script, vec![]).await;
    all.as_array().expect("a list").iter().filter_map(|file| file.as_str().map(str::to_owned)).collect()
}

async fn nothing_of_the_place_is_kept(screen: &Screen) {
    let kept = kept_bytes(screen).await;
    assert_eq!(kept.len(), 2);
    for file in kept {
        assert!(!file.contains("Exif") && !file.contains("PhoneOfWang"), "the place was kept");
        assert!(file.len() < 400_000, "{} bytes", file.len());
    }
}

/// Named a photo, and none.
async fn what_is_wrong_is_said(screen: &Screen, scratch: &Scratch) {
    let words = &screen.words;
    for (name, content, why) in
        [("照片.jpg", "这只是文字", "photos.error_broken"), ("空.pdf", "", "photos.error_empty")]
    {
        let file = scratch.file(name);
        std::fs::write(&file, content).expect("the file can be written");
        screen.choose_file(&file_input(words.say("photos.choose")), &file).await;
        let why = words.say(why);
        screen.reads(&words.fill("photos.problem", &[("name", name), ("why", &why)])).await;
    }
    assert_eq!(kept_bytes(screen).await.len(), 2, "nothing half is kept");
    // Another file is kept as it is.
    let file = scratch.file("说明书.pdf");
    std::fs::write(&file, "%PDF-1.7 just a few words").expect("the file can be written");
    screen.choose_file(&file_input(words.say("photos.choose")), &file).await;
    screen.find(&button(words.fill("photos.save", &[("what", "说明书.pdf")]))).await;
    assert_eq!(kept_bytes(screen).await.len(), 3);
}

/// The records first, the pictures in a later file.
async fn on_another_device(screen: &Screen, home: &Home, profile: &Profile, case: &Followed<'_>) {
    let words = &screen.words;
    let whole = export(screen, home, profile, "whole").await;
    screen.press(&checkbox(words.say("photos.with").split('{').next().expect("words")).roughly()).await;
    screen.press(&button(words.say("data.export"))).await;
    let without = profile.take_download("without").await;
    let text = std::fs::read_to_string(&without).expect("text");
    assert!(!text.contains("\"files\":"));
    assert!(text.len() < 100_000, "{} bytes", text.len());
    let text = std::fs::read_to_string(&whole).expect("text");
    let read: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(read["files"].as_array().expect("a list").len(), 3);
    assert_eq!(Archive::parse(&text).records().len(), Archive::read(&without).records().len());

    let other = Profile::chromium("zh-CN");
    let there = other.open().await;
    there.open(home, "").await;
    first_run(&there, &CORNER, "李娜").await;
    import(&there, home, &without).await;
    let there_case = Followed::new(&there, home, case.page(), "P9");
    there_case.open_page("photos").await;
    let look = button(words.fill("photos.open", &[("what", "滚筒边缘裂纹")]));
    there.find(&look).await;
    there.reads(&words.say("photos.elsewhere")).await;

    casebook_e2e::story::offer(&there, home, &whole).await;
    let head = words.say("photos.plan_files");
    there.reads(&head[..head.find('{').expect("a count")]).await;
    take_over(&there).await;
    there_case.open_page("photos").await;
    there.find(&look).await;
    there.until("small pictures", async || shown(&there, ".photo-face img", 320).await == 2).await;
    there.press(&look).await;
    there.until("the whole picture", async || shown(&there, "dialog img", 1600).await == 1).await;
    there.quit().await;
}
