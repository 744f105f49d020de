"""What went wrong outside of us, and what to do: one sentence per code of a Fault."""

from __future__ import annotations

from console.domain.errors import AccessFault, Fault, NetworkFault, StoreFault
from console.ui.texts.language import translate
from console.ui.texts.refusals import filled


def fault_words(fault: Fault) -> str:
    """The fault in the language spoken now; a code without own words gets its family's, with the English detail."""
    sentence = _sentences().get(fault.code)
    params = {key: str(value) for key, value in fault.params.items()}
    if sentence:
        return filled(sentence, params)
    return filled(_of_family(fault), {"detail": fault.message})


def _of_family(fault: Fault) -> str:
    if isinstance(fault, NetworkFault):
        return translate("fault", "The server cannot be used now. Work goes on here; it is sent later. ({detail})")
    if isinstance(fault, AccessFault):
        return translate("fault", "Access was refused. Sign in again or ask the administrator. ({detail})")
    if isinstance(fault, StoreFault):
        return translate("fault", "The local database cannot be used. Call the administrator. ({detail})")
    return translate("fault", "That did not work. ({detail})")


def _sentences() -> dict[str, str]:
    return _network() | _access() | _files() | _tracks() | _track_files() | _setup() | _maps()


def _network() -> dict[str, str]:
    away = translate("fault", "The server cannot be reached. Work goes on here; it is sent later.")
    busy = translate("fault", "The server is busy or failing. Work goes on here; it is sent later.")
    return {
        "unreachable": away,
        "timeout": away,
        "busy": busy,
        "server_error": busy,
        "bad_answer": translate("fault", "What answered is not our server. Check the address and the network."),
        "certificate": translate("fault", "The server's certificate is not trusted. Call the administrator."),
        "wrong_protocol": translate("fault", "Server and console are too far apart in version. Update the older one."),
        "console_too_old": translate("fault", "The server is newer. Update this console; decisions are kept."),
        "server_too_old": translate("fault", "The server is too old for this console. It needs an update."),
        "insecure_address": translate("fault", "Only https:// leaves this machine. Ask for the https address."),
    }


def _access() -> dict[str, str]:
    return {
        "wrong_passphrase": translate("fault", "User name or passphrase is wrong."),
        "passphrase_or_recovery": translate(
            "fault", "The passphrase is wrong. If it was changed at the server, type the station's recovery key too."
        ),
        "offline_refused": translate("fault", "The server turned this user away. Sign in while it can be reached."),
        "wrong_recovery_key": translate("fault", "The recovery key is wrong. Look at the note in the safe again."),
        "no_slot": translate("fault", "This user has not signed in here yet. Enter the station's recovery key."),
        "offline_too_long": translate("fault", "Without the server for over 7 days. Connect before signing in."),
        "not_enrolled": translate("fault", "This workstation is not enrolled. Ask the administrator for a code."),
        "enrol_code_refused": translate("fault", "The enrolment code is wrong, used or expired. Ask for a new one."),
        "session_ended": translate("fault", "Your sign-in has ended. Sign in again."),
        "desk_refused": translate("fault", "The server no longer knows this workstation. Enrol it again."),
        "forbidden": translate("fault", "Your role does not allow this. Ask your supervisor."),
        "identity_not_allowed": translate("fault", "Your role may not see who reported."),
        "seal_unopened": translate("fault", "The reporter's identity cannot be opened here. Call the administrator."),
    }


def _files() -> dict[str, str]:
    return {
        "disk_full": translate("fault", "The disk is full. Free some space; nothing decided is lost."),
        "store_read_only": translate("fault", "{path} cannot be written. Check the rights of the profile folder."),
        "store_locked": translate("fault", "Another program holds the local database. Close it and try again."),
        "store_newer": translate("fault", "The local database is from a newer version. Update this console."),
        "store_unreadable": translate(
            "fault",
            "{path} is damaged. Do not delete it: decisions are also in decisions.journal beside it. Close the console "
            "and call the administrator: 'main.py recover --profile {folder}' brings them back.",
        ),
        "store_unencrypted": translate("fault", "{path} is not encrypted, so not ours. Move it away, start again."),
        "store_io": translate("fault", "{path} cannot be read or written. Check the disk, then start again."),
        "slots_unreadable": translate("fault", "{path} is damaged: nobody can sign in. Restore it from a backup."),
        "slots_exist": translate("fault", "{path} holds keys of another profile. Restore its database beside it."),
        "journal_damaged": translate("fault", "{path} is damaged. Move it away; it is written anew."),
        "journal_unwritten": translate("fault", "The second copy {path} cannot be written. Decisions are kept once."),
        "swap_unproven": translate(
            "fault", "What was fetched anew did not check out. The old stays; it is fetched again."
        ),
        "not_downloaded": translate("fault", "The file has not been fetched yet. Try again in a moment."),
        "file_unreadable": translate("fault", "{path} cannot be read. Is it still there, and may you open it?"),
        "file_damaged": translate("fault", "A file kept here for sending is damaged. Attach it once more."),
        "export_unconfirmed": translate(
            "fault",
            "The export is recorded, but the server has not confirmed it yet, so nothing was written. Try again in a "
            "moment.",
        ),
        "room_out_of_bounds": translate("fault", "The room for files must lie between 64 MiB and 1 TiB."),
        "export_too_large": translate("fault", "Together the files are more than 4 GiB. Leave some of them out."),
        "export_failed": translate("fault", "{path} cannot be written. Choose another folder."),
        "too_much": translate("fault", "The file is not what the server announced. It is fetched again."),
        "wrong_hash": translate("fault", "The file is not what the server announced. It is fetched again."),
    }


def _tracks() -> dict[str, str]:
    return {
        "tracks_away": translate(
            "fault", "The server cannot be reached. Past tracks are kept only there: look again when it is back."
        ),
        "track_span": translate("fault", "The end must come after the beginning, at most {hours} hours later."),
        "track_reason": translate("fault", "Say in 3 to 200 characters why you look: it is recorded."),
        "track_units": translate("fault", "Choose at least one unit."),
        "track_too_much": translate("fault", "That is more than {most} fixes. Ask for less time or fewer units."),
        "track_radius": translate("fault", "The radius must lie between 1 and {most} metres."),
    }


def _track_files() -> dict[str, str]:
    return {
        "gpx_too_large": translate("fault", "The GPX file is larger than {most} MB. Cut it into parts."),
        "gpx_too_many": translate("fault", "The GPX file has more than {most} points. Cut it into parts."),
        "gpx_doctype": translate(
            "fault", "The file has a document type, which no GPX has. It was refused; do not trust where it came from."
        ),
        "gpx_not": translate("fault", "This is not a GPX file (line {position})."),
        "gpx_empty": translate("fault", "There is no track with a usable point in the file."),
        "gpx_unreadable": translate("fault", "The file {field} cannot be read."),
    }


def _setup() -> dict[str, str]:
    return {
        "profile_unusable": translate("fault", "The profile {path} cannot be written. Choose one with --profile DIR."),
        "settings_broken": translate("fault", "Setting {field} in {path} is wrong. Mend or delete it, start again."),
        "embedded_failed": translate("fault", "The own server did not start: {reason}"),
        "ca_unreadable": translate("fault", "The certificate authority file cannot be read."),
        "area_pack_foreign": translate("fault", "{path} is no area pack. Import the areas again."),
        "area_pack_newer": translate("fault", "{path} is from a newer version. Update this console."),
        "area_pack_unusable": translate("fault", "{path} cannot be read. Import the areas again."),
        "root_refused": translate("fault", "Do not run the console as root: its map would lose its sandbox."),
    }


def _maps() -> dict[str, str]:
    again = translate("fault", "{file} is damaged or cut off. Copy it again, then import it.")
    return {
        "no_tile_set": translate("fault", "{file} is not there or no map file. Import a .mbtiles or .pmtiles file."),
        "tile_set_unreadable": translate("fault", "{file} cannot be read: {reason}"),
        "tile_set_cut_off": again,
        "tile_set_damaged": again,
        "tile_set_vector": translate("fault", "{file} holds vector tiles. Ask for the same map as pictures (raster)."),
        "tile_set_projection": translate("fault", "{file} is in {projection}. Ask for it in Web Mercator (EPSG:3857)."),
        "tile_set_format": translate("fault", "{file} holds {format}. Ask for png, jpeg or webp tiles."),
        "tile_set_old": translate("fault", "{file} is PMTiles of an old version. Convert it to version 3."),
        "map_folder_unwritten": translate("fault", "{path} cannot be written. Check the rights of the profile folder."),
        "tile_cache_unusable": translate("fault", "Kept map tiles cannot be used. The map works without them."),
        "tile_server_address": translate("fault", "The tile server's address is wrong: {reason}"),
        "tile_refused": translate("fault", "The tile server gives no map pictures: {reason}"),
    }
