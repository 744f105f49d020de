"""Words of the officer's page: his phone speaks Indonesian."""

from __future__ import annotations

NO_ORDER = "Tidak ada perintah saat ini. Halaman ini memperbarui diri."
LINK_ENDED = "Tautan ini tidak berlaku lagi. Minta tautan baru ke pusat komando."
TRY_AGAIN = "Jawaban tidak dapat dicatat. Buka ulang halaman ini."
SENSITIVE = "Kasus sensitif: keterangan lebih lanjut lewat operator."

CAUTION = "Hati-hati"
OTHERS = "Unit lain"
NEXT = "Berikutnya"
HELP = "Minta bantuan"
HELP_SURE = "Pusat komando langsung diberi tahu, dengan posisi terakhir Anda."
HELP_NOW = "Ya, kirim bantuan sekarang"
HELP_ASKED = "Bantuan sudah diminta"
SAFE = "Saya aman"
ASKED_SAFE = "Cek keselamatan: tekan tombol ini selama Anda aman"
REPORT = "Lapor temuan"
REPORT_WHAT = "Apa yang Anda temukan?"
REPORT_WHERE = "Di mana? (kosongkan bila di posisi Anda)"
REPORT_KIND = "Kategori"
REPORT_SEND = "Kirim temuan"
REPORT_TAKEN = "Temuan tercatat"
BACK = "Kembali ke halaman"
RESULT = "Hasil di TKP"
DONE_SEND = "Kirim: selesai"
PHOTO = "Foto (boleh kosong)"
NO_SIGNAL = "Tidak ada sinyal. Yang tampak dari pukul"
WAITING = "Menunggu sinyal, terkirim sendiri:"
OPEN_MAP = "Buka peta"
PLACE_CHANGED = "LOKASI BERUBAH pukul"
PLACE_WAS = "Tadinya"
PLACE_IS = "Lokasi sebenarnya"
PLACE_WORDS = "Patokan atau alamat (kosongkan bila tepat di posisi Anda)"
PLACE_SEND = "Kirim: lokasinya di sini"
FROM = "dari"
AT = "di"
AS_OF = "Keadaan pukul"

TICKS = {
    "injured": "ada korban luka",
    "armed": "bersenjata",
    "crowd": "kerumunan massa",
    "violence": "kekerasan",
    "vehicle": "melibatkan kendaraan",
    "fire": "api",
}
"""What is ticked on the case, as a caution."""

WINDS = {
    "n": "utara",
    "ne": "timur laut",
    "e": "timur",
    "se": "tenggara",
    "s": "selatan",
    "sw": "barat daya",
    "w": "barat",
    "nw": "barat laut",
}
"""On which side of a landmark the place lies."""

BUTTONS = (("accepted", "Terima"), ("en_route", "Menuju TKP"), ("on_scene", "Tiba"), ("done", "Selesai"))
"""The officer's answers in the order he gives them."""

STATUSES = {
    "ordered": "diperintahkan",
    "read": "dibaca",
    "accepted": "diterima",
    "en_route": "menuju TKP",
    "on_scene": "di TKP",
}

CATEGORIES = {
    "traffic_accident": "Kecelakaan lalu lintas",
    "fire": "Kebakaran",
    "violent_crime": "Kejahatan dengan kekerasan",
    "medical": "Darurat medis",
    "panic": "Tombol panik",
    "officer_sos": "SOS petugas",
    "domestic_violence": "Kekerasan dalam rumah tangga",
    "sexual_violence": "Kekerasan seksual",
    "child_harm": "Kekerasan terhadap anak",
    "suicide": "Percobaan bunuh diri",
    "brawl": "Perkelahian",
    "theft": "Pencurian",
    "flood": "Banjir",
    "fallen_tree": "Pohon tumbang",
    "disaster": "Bencana",
    "missing_person": "Orang hilang",
    "power_line": "Kabel listrik",
    "traffic_jam": "Kemacetan",
    "public_order": "Ketertiban umum",
    "noise": "Kebisingan",
    "infrastructure": "Prasarana rusak",
    "vehicle_service": "Layanan kendaraan",
    "licence_service": "Layanan SIM",
    "accident_followup": "Tindak lanjut kecelakaan",
    "aspiration": "Aspirasi",
    "information": "Informasi",
    "other": "Lainnya",
}

FOUND = frozenset(CATEGORIES) - {
    "panic", "officer_sos", "vehicle_service", "licence_service", "accident_followup", "aspiration", "information",
}  # fmt: skip
"""What may be found on patrol."""
