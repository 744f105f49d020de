<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>map</name>
    <message>
        <source>available</source>
        <translation>tersedia</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>menuju TKP</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di TKP</translation>
    </message>
    <message>
        <source>old position</source>
        <translation>posisi lama</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>disarankan</translation>
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
        <source>Whole area</source>
        <translation>Seluruh wilayah</translation>
    </message>
    <message>
        <source>{n} s ago</source>
        <translation>{n} dtk lalu</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} mnt lalu</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>{n} jam lalu</translation>
    </message>
    <message>
        <source>{n} d ago</source>
        <translation>{n} hari lalu</translation>
    </message>
    <message>
        <source>Following {n}</source>
        <translation>Mengikuti {n}</translation>
    </message>
    <message>
        <source>Following paused · resume</source>
        <translation>Pengikutan dijeda · lanjutkan</translation>
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
        <source>Area borders: imported pack</source>
        <translation>Batas wilayah: paket yang diimpor</translation>
    </message>
</context>
</TS>
