//! A folder for copies, and two devices that share one. Choosing a folder takes a person: here the
//! browser's own folder for the site is given instead, which is read and written the same way. What
//! carries it between the devices is this story, badly.

use crate::photos::photo;
use casebook_e2e::story::{CORNER, WASHER, export, first_run, import, page, stored_rows, take_request};
use casebook_e2e::{Home, Profile, Scratch, Screen, button, field, file_input, heading, link, list};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Whoever is asked for a folder gives the same one.
const CHOOSES: &str = r#"
    window.showDirectoryPicker = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('our-shop', { create: true });
    const query = FileSystemDirectoryHandle.prototype.queryPermission;
    FileSystemDirectoryHandle.prototype.queryPermission = async function (mode) {
        return localStorage.getItem('test/permission') ?? query.call(this, mode);
    };
    FileSystemDirectoryHandle.prototype.requestPermission = async function () {
        localStorage.removeItem('test/permission');
        return 'granted';
    };
    const write = FileSystemWritableFileStream.prototype.write;
    FileSystemWritableFileStream.prototype.write = async function (content) {
        if (localStorage.getItem('test/full')) throw new DOMException('no room', 'QuotaExceededError');
        return write.call(this, content);
    };
"#;

/// All files of the folder: name and content, in base 64.
const TAKE: &str = r#"
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('our-shop', { create: true });
    const all = {};
    const walk = async (folder, path) => {
        for await (const item of folder.values()) {
            if (item.kind === 'directory') await walk(item, `${path}${item.name}/`);
            else {
                // The app may be at work: what it has just put another file in the place of is not there.
                const file = await item.getFile().then((file) => file.arrayBuffer()).catch((error) => {
                    if (error.name !== 'NotFoundError') throw error;
                });
                if (!file) continue;
                const bytes = new Uint8Array(file);
                all[path + item.name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
            }
        }
    };
    await walk(root, '');
    return all;
"#;

/// Puts files into the folder; what is null goes.
const PUT: &str = r#"
    let root = await (await navigator.storage.getDirectory()).getDirectoryHandle('our-shop', { create: true });
    for (const [path, content] of Object.entries(arguments[0])) {
        const parts = path.split('/');
        let folder = root;
        for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
        const name = parts.at(-1);
        if (content === null) { await folder.removeEntry(name); continue; }
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(Uint8Array.from(atob(content), (c) => c.charCodeAt(0)));
        await stream.close();
    }
"#;

/// The folder is gone.
const REMOVE: &str =
    "await (await navigator.storage.getDirectory()).removeEntry('our-shop', { recursive: true });";

pub(crate) type Files = BTreeMap<String, String>;

pub(crate) async fn files(screen: &Screen) -> Files {
    serde_json::from_value(screen.script_async(TAKE, vec![]).await).expect("files")
}

pub(crate) async fn put(screen: &Screen, files: Value) {
    screen.script_async(PUT, vec![files]).await;
}

pub(crate) async fn open(profile: &Profile, home: &Home) -> Screen {
    let screen = profile.open().await;
    screen.before_each_page(CHOOSES).await;
    screen.open(home, "").await;
    screen
}

/// The page that the folder is looked after on.
pub(crate) async fn data(screen: &Screen, home: &Home) {
    // What was taken over last may still stand there.
    screen.open(home, "#/").await;
    screen.open(home, "#/data").await;
    screen.find(&heading(screen.words.say("folder.copies_title"))).await;
}

#[tokio::test]
async fn copies_to_a_folder() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = open(&profile, &home).await;
    let words = &screen.words;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;

    data(&screen, &home).await;
    put(&screen, json!({ "taxes.txt": "" })).await;
    screen.press(&button(words.say("folder.choose"))).await;
    screen.find(&button(words.say("folder.now"))).await;
    screen.reads("our-shop").await;
    let name = copy_in(&screen).await;
    screen.reads(&name).await;
    let first = files(&screen).await;
    assert!(first.contains_key("taxes.txt"), "files of others stay");

    // It counts as a copy: nobody is reminded.
    screen.reads(&words.say("data.export_last")).await;
    screen.press(&button(words.say("folder.now"))).await;
    screen.reads(&words.fill("folder.done", &[("name", &name)])).await;
    assert_eq!(files(&screen).await.len(), 2, "one copy a day");

    // The browser was started anew, and asks again.
    screen.script("localStorage.setItem('test/permission', 'prompt')", vec![]).await;
    screen.open(&home, "").await;
    screen.reload().await;
    let asked = words.fill("folder.not_asked", &[("name", "our-shop")]);
    screen.reads(&asked).await;
    screen.press(&button(words.say("folder.again"))).await;
    screen.until("it is allowed", async || !screen.page_text().await.contains(&asked)).await;

    // Somebody took the permission away for good.
    screen.script("localStorage.setItem('test/permission', 'denied')", vec![]).await;
    data(&screen, &home).await;
    screen.reads(&words.fill("folder.not_allowed", &[("name", "our-shop")])).await;
    screen.press(&button(words.say("folder.stop"))).await;
    screen.find(&button(words.say("folder.choose"))).await;
    assert_eq!(files(&screen).await.len(), 2, "what lies there stays");
    screen.quit().await;
}

#[tokio::test]
async fn a_folder_that_is_full_and_one_that_is_gone() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = open(&profile, &home).await;
    let words = &screen.words;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    data(&screen, &home).await;
    screen.press(&button(words.say("folder.choose"))).await;
    screen.find(&button(words.say("folder.now"))).await;
    copy_in(&screen).await;
    let before = files(&screen).await;

    screen.script("localStorage.setItem('test/full', 'yes')", vec![]).await;
    screen.press(&button(words.say("folder.now"))).await;
    let full = words.fill("folder.full", &[("name", "our-shop")]);
    screen.reads(&full).await;
    assert_eq!(files(&screen).await, before, "the copy that was there is whole");
    screen.script("localStorage.removeItem('test/full')", vec![]).await;
    screen.press(&button(words.say("folder.again"))).await;
    screen.press(&button(words.say("folder.now"))).await;
    screen.tells("folder.done").await;
    screen.until("it is over", async || !screen.page_text().await.contains(&full)).await;

    screen.script_async(REMOVE, vec![]).await;
    screen.press(&button(words.say("folder.now"))).await;
    let gone = words.fill("folder.gone", &[("name", "our-shop")]);
    screen.reads(&gone).await;
    // It says so on the first page, too.
    screen.open(&home, "#/").await;
    screen.reads(&gone).await;
    data(&screen, &home).await;
    screen.press(&button(words.say("folder.choose_other"))).await;
    copy_in(&screen).await;
    screen.until("it is over", async || !screen.page_text().await.contains(&gone)).await;
    screen.quit().await;
}

pub(crate) async fn copy_in(screen: &Screen) -> String {
    screen
        .until("a copy", async || files(screen).await.keys().any(|name| name.starts_with("casebook-2")))
        .await;
    let name = files(screen).await.into_keys().find(|name| name.starts_with("casebook-2"));
    name.expect("a copy")
}

#[tokio::test]
async fn two_devices_share_a_folder() {
    let (home, scratch) = (Home::site(), Scratch::new("shared-folder"));
    let (counter, office) = (Profile::chromium("zh-CN"), Profile::chromium("zh-CN"));
    let first = open(&counter, &home).await;
    let words = &first.words;
    first_run(&first, &CORNER, "王小明").await;
    let file = export(&first, &home, &counter, "shop").await;
    let second = open(&office, &home).await;
    first_run(&second, &CORNER, "李娜").await;
    import(&second, &home, &file).await;

    for screen in [&first, &second] {
        data(screen, &home).await;
        screen.press(&button(words.say("folder.choose"))).await;
        screen.press(&button(words.say("folder.share_start"))).await;
        screen.find(&button(words.say("folder.share_now"))).await;
    }

    // A case with a photo goes over; half of it first, which is left alone.
    first.open(&home, "#/").await;
    let number = take_request(&first, &WASHER).await;
    let case = page(&first.here().await);
    let drum = photo(&first, &scratch, 3).await;
    first.open(&home, &format!("{case}/photos")).await;
    first.choose_file(&file_input(words.say("photos.choose")), &drum).await;
    first.reads(&words.say("photos.kept_one")).await;
    exchange(&first, &home).await;
    let all = files(&first).await;
    let own: Files = all.into_iter().filter(|(name, _)| name.starts_with("casebook-sync/")).collect();
    assert!(own.keys().any(|name| name.ends_with(".bin")), "the photo's bytes: {:?}", own.keys());
    let halves = |content: &String| content[..content.len() / 8 * 4].to_owned();
    let half: Files = own.iter().map(|(name, content)| (name.clone(), halves(content))).collect();
    let before = stored_rows(&second).await;
    put(&second, json!(half)).await;
    exchange(&second, &home).await;
    assert_eq!(stored_rows(&second).await, before, "nothing is taken of half a file");
    put(&second, json!(own)).await;
    exchange(&second, &home).await;
    second.open(&home, "#/cases").await;
    second.find(&link(&number).roughly().within(list(words.say("common.cases")))).await;
    assert_eq!(kept_files(&second).await, kept_files(&first).await, "the photo is here");

    // The other writes back, at the same place: both values stand.
    for (screen, text) in [(&first, "改成上门取件"), (&second, "周六上午来取")] {
        screen.open(&home, &case).await;
        screen.fill(&field(words.say("names.field_description")), text).await;
        screen.reads(text).await;
        exchange(screen, &home).await;
    }
    for (from, to) in [(&first, &second), (&second, &first)] {
        let sent: Files = files(from).await.into_iter().filter(|(name, _)| name.contains('/')).collect();
        put(to, json!(sent)).await;
        exchange(to, &home).await;
    }
    for screen in [&first, &second] {
        screen.open(&home, &case).await;
        screen.reads("改成上门取件").await;
        screen.reads("周六上午来取").await;
        data(screen, &home).await;
        screen.tells("folder.from_device").await;
    }
    first.quit().await;
    second.quit().await;
}

/// What an import brought may already be with others: that is said before and after it is undone.
#[tokio::test]
async fn an_import_is_undone_while_a_folder_is_shared() {
    let home = Home::site();
    let (there, here) = (Profile::chromium("zh-CN"), Profile::chromium("zh-CN"));
    let screen = there.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    take_request(&screen, &WASHER).await;
    let file = export(&screen, &home, &there, "there").await;
    screen.quit().await;

    let screen = open(&here, &home).await;
    let words = &screen.words;
    first_run(&screen, &CORNER, "李娜").await;
    let undo = |shared: bool| {
        let (screen, home, file) = (&screen, &home, &file);
        async move {
            import(screen, home, file).await;
            data(screen, home).await;
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            screen.press(&button(words.fill("import.earlier_undo", &[("name", &name)]))).await;
            screen.find(&button(words.say("import.back_accept"))).await;
            let says = async |key: &str| words.is_said(key, &screen.page_text().await);
            if shared {
                screen.reads(&words.say("import.back_shared")).await;
            }
            assert_eq!(says("import.back_shared").await, shared);
            screen.press(&button(words.say("import.back_accept"))).await;
            screen.tells("import.back_done").await;
            if shared {
                screen.reads(&words.say("import.back_done_shared")).await;
            }
            assert_eq!(says("import.back_done_shared").await, shared);
        }
    };
    undo(false).await;
    data(&screen, &home).await;
    screen.press(&button(words.say("folder.choose"))).await;
    screen.find(&button(words.say("folder.now"))).await;
    undo(false).await;
    data(&screen, &home).await;
    screen.press(&button(words.say("folder.share_start"))).await;
    screen.find(&button(words.say("folder.share_now"))).await;
    undo(true).await;
    screen.quit().await;
}

/// Looks through the folder now, and waits until that is done.
pub(crate) async fn exchange(screen: &Screen, home: &Home) {
    data(screen, home).await;
    let now = button(screen.words.say("folder.share_now"));
    screen.press(&now).await;
    let button = screen.find(&now).await;
    screen.until("it is done", async || button.is_enabled().await.unwrap_or(false)).await;
}

/// The names of the bytes that are kept.
async fn kept_files(screen: &Screen) -> Value {
    let ask = "const open = indexedDB.open('casebook');
        const database = await new Promise((done) => { open.onsuccess = () => done(open.result) });
        const keys = database.transaction('files').objectStore('files').getAllKeys();
        await new Promise((done) => { keys.onsuccess = done });
        database.close();
        return keys.result;";
    screen.script_async(ask, vec![]).await
}
