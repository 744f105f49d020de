<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
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
    <name>fault</name>
    <message>
        <source>Access was refused. Sign in again or ask the administrator. ({detail})</source>
        <translation>Akses ditolak. Masuk lagi atau minta bantuan administrator. ({detail})</translation>
    </message>
    <message>
        <source>Another program holds the local database. Close it and try again.</source>
        <translation>Program lain memakai basis data setempat. Tutup lalu coba lagi.</translation>
    </message>
    <message>
        <source>That did not work. ({detail})</source>
        <translation>Tidak berhasil. ({detail})</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing decided is lost.</source>
        <translation>Disk penuh. Kosongkan ruang; tidak ada keputusan yang hilang.</translation>
    </message>
    <message>
        <source>The enrolment code is wrong, used or expired. Ask for a new one.</source>
        <translation>Kode pendaftaran salah, sudah dipakai, atau kedaluwarsa. Minta kode baru.</translation>
    </message>
    <message>
        <source>The local database cannot be read. Run &apos;main.py recover&apos;.</source>
        <translation>Basis data setempat tidak terbaca. Jalankan &apos;main.py recover&apos;.</translation>
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
        <source>The profile folder cannot be written. Check its permissions.</source>
        <translation>Folder profil tidak dapat ditulis. Periksa izinnya.</translation>
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
        <source>The server has another version. Update this console.</source>
        <translation>Versi server berbeda. Perbarui konsol ini.</translation>
    </message>
    <message>
        <source>The server no longer knows this workstation. Enrol it again.</source>
        <translation>Server tidak lagi mengenal meja kerja ini. Daftarkan ulang.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Call the administrator.</source>
        <translation>Sertifikat server tidak dipercaya. Hubungi administrator.</translation>
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
        <source>User name or passphrase is wrong.</source>
        <translation>Nama pengguna atau frasa sandi salah.</translation>
    </message>
    <message>
        <source>Without the server for over 7 days. Connect before signing in.</source>
        <translation>Lebih dari 7 hari tanpa server. Sambungkan dahulu sebelum masuk.</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Sign in again.</source>
        <translation>Sesi masuk Anda berakhir. Masuk lagi.</translation>
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
        <source>Area borders: imported pack</source>
        <translation>Batas wilayah: paket yang diimpor</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Batas wilayah</translation>
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
        <source>Layers</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>Map of officers and reports</source>
        <translation>Peta petugas dan laporan</translation>
    </message>
    <message>
        <source>No area pack · names at approximate points</source>
        <translation>Tanpa paket wilayah · nama pada titik perkiraan</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Preparing the map…</source>
        <translation>Menyiapkan peta…</translation>
    </message>
    <message>
        <source>Queue, cases and dispatch go on working without it.</source>
        <translation>Antrean, kejadian, dan pengerahan tetap berjalan tanpanya.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>The map cannot be shown</source>
        <translation>Peta tidak dapat ditampilkan</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
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
        <source>{n} d ago</source>
        <translation>{n} hari lalu</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>{n} jam lalu</translation>
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
        <source>Among equals the newest comes first.</source>
        <translation>Bila setara, yang terbaru didahulukan.</translation>
    </message>
    <message>
        <source>Came while you were in the list; click to let them in</source>
        <translation>Masuk saat Anda di daftar; klik untuk menampilkannya</translation>
    </message>
    <message>
        <source>Held by {name}</source>
        <translation>Dipegang {name}</translation>
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
        <source>waiting to send</source>
        <translation>menunggu kirim</translation>
    </message>
    <message>
        <source>{n} decisions of this desk wait to be sent</source>
        <translation>{n} keputusan meja ini menunggu kirim</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} baru</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>A critical report must be claimed before it is disposed of.</source>
        <translation>Laporan kritis harus diambil dahulu sebelum boleh dibuang.</translation>
    </message>
    <message>
        <source>Already ended by {by}. Reopen it to go on.</source>
        <translation>Sudah diselesaikan oleh {by}. Buka kembali untuk melanjutkan.</translation>
    </message>
    <message>
        <source>It was decided too long after sign-in. Decide anew.</source>
        <translation>Diputuskan terlalu lama setelah masuk. Putuskan ulang.</translation>
    </message>
    <message>
        <source>Nobody reviews a case of his own.</source>
        <translation>Tidak boleh mengevaluasi kejadian yang ditangani sendiri.</translation>
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
        <source>The reporter cannot be reached through his channel.</source>
        <translation>Pelapor tidak dapat dihubungi lewat salurannya.</translation>
    </message>
    <message>
        <source>The server does not know this act. It needs an update.</source>
        <translation>Server tidak mengenal tindakan ini dan perlu diperbarui.</translation>
    </message>
    <message>
        <source>The value of {field} cannot be used.</source>
        <translation>Nilai {field} tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>Tidak ada lagi yang dapat diurungkan.</translation>
    </message>
    <message>
        <source>This report is no longer at this desk.</source>
        <translation>Laporan ini tidak lagi ada di meja ini.</translation>
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
        <source>You do not hold {number}.</source>
        <translation>Anda tidak memegang {number}.</translation>
    </message>
    <message>
        <source>Your claim on {number} had run out. Look again and decide anew.</source>
        <translation>Pengambilan Anda atas {number} sudah habis waktunya. Lihat kejadian itu lalu putuskan ulang.</translation>
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
        <source>{by} changed {number} meanwhile. Look again and decide anew.</source>
        <translation>{number} sementara itu diubah oleh {by}. Lihat kejadian itu lalu putuskan ulang.</translation>
    </message>
    <message>
        <source>{holder} holds {number}. Ask them or a supervisor.</source>
        <translation>{number} dipegang {holder}. Hubungi pemegangnya atau pengawas.</translation>
    </message>
    <message>
        <source>{number} has not ended yet.</source>
        <translation>{number} belum selesai.</translation>
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
    <name>times</name>
    <message>
        <source>over by {time}</source>
        <translation>lewat {time}</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} hr</translation>
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
        <source>{n} s</source>
        <translation>{n} dtk</translation>
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
        <source>{number} approved.</source>
        <translation>{number} disetujui.</translation>
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
        <source>{number} given back to the queue.</source>
        <translation>{number} dikembalikan ke antrean.</translation>
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
        <source>{number} taken off its holder.</source>
        <translation>{number} dilepas dari pemegangnya.</translation>
    </message>
    <message>
        <source>{number}: agency&apos;s answer recorded.</source>
        <translation>{number}: jawaban instansi dicatat.</translation>
    </message>
    <message>
        <source>{number}: answer read.</source>
        <translation>{number}: jawaban sudah dibaca.</translation>
    </message>
    <message>
        <source>{number}: category {what}.</source>
        <translation>{number}: kategori {what}.</translation>
    </message>
    <message>
        <source>{number}: forward leaves in 10 s.</source>
        <translation>{number}: penerusan dikirim dalam 10 dtk.</translation>
    </message>
    <message>
        <source>{number}: look recorded.</source>
        <translation>{number}: pembukaan data dicatat.</translation>
    </message>
    <message>
        <source>{number}: note added.</source>
        <translation>{number}: catatan ditambahkan.</translation>
    </message>
    <message>
        <source>{number}: priority {what}.</source>
        <translation>{number}: prioritas {what}.</translation>
    </message>
    <message>
        <source>{number}: question sent to the reporter.</source>
        <translation>{number}: pertanyaan dikirim ke pelapor.</translation>
    </message>
    <message>
        <source>{number}: safe to contact changed.</source>
        <translation>{number}: aman dihubungi diubah.</translation>
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
        <source>{number}: {n} sent.</source>
        <translation>{number}: {n} petugas dikerahkan.</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} dtk</translation>
    </message>
</context>
<context>
    <name>widgets</name>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
</context>
</TS>
