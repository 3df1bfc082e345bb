//! Pictures of the screen, as the X server has it: what a person would see, native choosers included.
//!
//! Not the driver's own, which never come when WebKit draws without a GPU.

use std::{env, fs, path::PathBuf};

use x11rb::{
    connection::Connection,
    protocol::xproto::{ConnectionExt, ImageFormat},
};

/// `ECRIN_PICTURES`, else `screenshots` in the target folder.
pub(crate) fn folder() -> PathBuf {
    let folder = env::var_os("ECRIN_PICTURES").map_or_else(
        || {
            let own = env::current_exe().expect("a test knows its own file");
            let profile = own.ancestors().find(|folder| folder.ends_with("debug") || folder.ends_with("release"));
            profile
                .and_then(|profile| profile.parent())
                .expect("tests are built below the target folder")
                .join("screenshots")
        },
        PathBuf::from,
    );
    fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}

/// Deletes what an earlier run of the scenario `name` left.
pub(crate) fn forget(name: &str) {
    for picture in fs::read_dir(folder()).expect("a folder for pictures").flatten() {
        let own = picture.file_name().to_string_lossy().strip_prefix(name).is_some_and(|rest| {
            let numbered = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
            rest == "-failed.png" || rest.strip_prefix('-').is_some_and(numbered)
        });
        if own {
            let _ = fs::remove_file(picture.path());
        }
    }
}

/// Writes the whole screen as a PNG named `name`, and returns where.
pub(crate) fn take(display: &str, name: &str) -> PathBuf {
    let (server, screen) = x11rb::connect(Some(display)).expect("the screen of this test");
    let screen = &server.setup().roots[screen];
    let (width, height) = (screen.width_in_pixels, screen.height_in_pixels);
    let request = server.get_image(ImageFormat::Z_PIXMAP, screen.root, 0, 0, width, height, u32::MAX);
    let image = request.expect("a request").reply().expect("the screen's pixels");
    // Blue, green, red, unused → red, green, blue.
    let pixels: Vec<u8> = image.data.as_chunks::<4>().0.iter().flat_map(|[b, g, r, _]| [*r, *g, *b]).collect();
    let path = folder().join(format!("{name}.png"));
    let file = fs::File::create(&path).expect("a picture can be written");
    let mut encoder = png::Encoder::new(file, width.into(), height.into());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a picture can be written");
    writer.write_image_data(&pixels).expect("a picture can be written");
    path
}
