"""Words of the officer's page: his phone speaks Indonesian."""

from __future__ import annotations

NO_ORDER = "Tidak ada perintah saat ini. Halaman ini memperbarui diri."
LINK_ENDED = "Tautan ini tidak berlaku lagi. Minta tautan baru ke pusat komando."
TRY_AGAIN = "Jawaban tidak dapat dicatat. Buka ulang halaman ini."
SENSITIVE = "Kasus sensitif: keterangan lebih lanjut lewat operator."

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
