"""Three tiny files of our own making, for the packaged program to prove its decoders with."""

from __future__ import annotations

import base64
import zlib


def photo() -> bytes:
    """A red HEIC (HEVC) of 32 x 32."""
    return zlib.decompress(base64.b64decode(_PHOTO))


def film() -> bytes:
    """An MP4 of a second: five grey frames of 32 x 32 (H.264), ever lighter, and a rattle of one ear (AAC, 8 kHz)."""
    return zlib.decompress(base64.b64decode(_FILM))


def document() -> bytes:
    """A PDF of one empty page, an inch square."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


_PHOTO = (
    "eNpjYGCQSSupLMhIzUxmAILczDRDEDs3MzGNgYGxNje1JJEBAhQzUnKKoGyGgszkEgY0oJSZkw82xMWBgREIgYBxIYQGAikgVs7MzEsD80CiokBO"
    "KhOUl1GWbAhi8hVkluTClfzNLCgqANJ3MwuS84F0GVCZMyMzSGgCWJHcB4Y/f3/8YGDgZ04A6pBwYORh/P8fpIAZpIIZhOR2MTkkAiW1nBgZ0WQW"
    "KDSyTnv1ZNnOHRwZBgpAIWYQwaCYBFTO5sJ4sPhAJ9AS4eT8nKK85JwKoCgvA1sDUEgks7ggFeozByjWSM5JBLlMAep4MP3///8HQJoJRgOxQEFm"
    "RSZIIzMHBweQksgsyIUFMjDcWBuZmFlbQOGZm5IICmQxDcb1kg3vPZfu/3//sfzXb+t/LNu6zC4PALnLWYY="
)
_FILM = (
    "eNqdVwtQk1cWvn9eEMsUBB9BowQNltoqIXRtfHSSoO2y0K2unbpW2UIw4TFNSCDhsS31Dzad4kAh7WJTqQ92rGOdCu20dcVaTBQEK4rtuqvO2mAs"
    "Rbpl5eWLSPLfPf+fRAI1znbPcHLPvffcc8/ju5f7I4REuaY/GwqMeh1CLES3wFJV6ZZkneGpZIRQeG6xRoMQ7yudWmXqYaHnYW6ZdKlUtjRZIkWs"
    "qv2LOPnxqR/v11/698i9geqLLZdWDT1Drr01NlA9MkDJB24jSUhKaS37dP2+lt9tUsU/tphjsezg85evE4ubJNaGHaz0C5tbp0VmGiS/qScqKz+p"
    "5fF4jRFAj/90s6FciKKjo2N+XxjNNGSX2+BCF25Q5NkD8n4P3nuTyn79jZ6663NyI/s8rZlIbhulsro+UqACijzvxvJ+B0QWo6mycEnq7gt21odP"
    "sBazN+4YHCEUDZfnNb6vfDksf6F1vfJf4T/OsJZue5mruXGdyvx5+T+/vmIrxCMP4eHI8eFa1Nt8TYiIzs0nn0Ls2kOyn9tqP7VsNFQ/Oj2bwv+R"
    "28cjhyiH2/4R+zpljfzwnkJYourcICypWNBGa4XdxSovvkySd8LOeUVxT98yV1z9O2OS6PzTSRlYPGLJRwaCN1rNutRctrm/wYOvUMedJaecpzbg"
    "Okp+h3rt6B6MjbhrkPjy2ODqxxyxXgfp4oybcVvBo+MWm/1oPtvleP1kWEf2M9fYvZL5lKuighgahH7KeOVfXG3yo8I4R32kK7xrLDuunZq/cAzH"
    "nPtBXme5SbLHao5DNyqZFEr5CoG9Nopjf3t41Z6YJ1F9xCsx5zwySO1MZcPKqD/ic5s9f03C7eKk5U3939QeQbek7y5YI+GGJ/6hatvBF8cxpcdJ"
    "FI4e2nRp5fkL+A7pwc1f9V7EeC/+rsOcFoIyXshJj1rAnqC5gIx1ACaRo8PpvMEv4/P5RfF+ErWnh30cx5TcTJfexcgyIqnPU2lzk0k/Jsm6U2p6"
    "Zd0ilGWrMfMYOaXmNJvWQoiBjdsQ7Phbjwcc37q/53Bz2d5O3Ifd5BslnU0Yy/G+aiI+BC1Zvj1RURUxQVqBIFbhcJx9kz23rOzLhO/F4oR2i5+2"
    "WRpVYTcZl+UA53JG7kYZblKkoX16xOd2ShWa3dcrInxu90oRo4Ui40apTKiDQNmwNlx9RsUl/aUQnZx1ZO+iFc5QETkHan0RUfbulgFfKU6ZrSHo"
    "/V3t9aI1vAlaBlE1ZucZthQODuVntECxtvP9xOUrquhIyPMEfUAdIDtQgsdulWIoxlv9sR1Fu/Ji29EjoyNWxMgdRTsRKe/vRyiszk0uhXBmKRuK"
    "y1d/U+/YZj9fYNuZ9cV3W5tSDrj8wXBS35yR2J5af9CL8dPYhuXrB283DcnrcBf2kruLOt/5/+rT7epwtnUMwkXzQ6qflKnrFkQy94wDHPQMgzxM"
    "O8lOArycfsXn/C4FsifFoog8X2RWqOBWA0Ll2DZ63+ON+6ZPW3/gLvZcpbI83oxjF4+0UlfB9Xt4RW/dXEyR+LezWKkhaJMxel1llGCCLksk0srK"
    "3SfeOfZ2DY2RVXAvkgs7IceJ6Rwlcy2W027vgQrsQWgE/xooxSob3vPn3o+lORkreio+GCgi0qXvLVSm5+bd8XpbLh5ulo209tcNUT3fl6y8jdd6"
    "jov4DyKD1WZZ9K3Vdvg554l6l+OMAWCTnZspEFzB8uukjO2Gm7uuz2N/F47poiwQrBpqTSMpow/CWRo8cJIdaBV5OpaEU6qI63JzGungPqCPLg2a"
    "+XJYZEOI+w+dXl8KEWh1pflqNInYPyHEQYhg/iaImKw1ta9ADyU2/CfVmIpVr4KcaXqV2ZP9S2v03g/f54H7ivyMkFijNhmhFWq0RtPECr9dZi3h"
    "1KkLVPQKnXpq7IkMv9TOdJbkq7XFgZnSArUmWHMD9PVpqkK1VkPrEFW6gsJcEGaU6hijwW6K1b45obpYkxsURkRJsVbkk4k0oylHC/Iho8moDtLZ"
    "RT87QqSCDlqE0qBNC6kxlQQYwy/9mFlNqNE0fA3NzIP20OfR35rpksAPN2x7jJhAvPyBE9GnP/OOjdHrZuSYiv0J5QgCtowmJtmBnbnwMmJ0IYbg"
    "cZqFMLZlyliAE2HutSAfwQ6aTR8veh3wHOB5dB6Npi36IJ17AKqXwGkn+HQInmNQPdbOh4CM5fd/EpyIXw/uECDjoMDBga2mhwZZHJgTPxBkRn1J"
    "YbDmi9BXB4Hsaz/Iooy6SUb/F4CZ/QDbOgVghfCmVf0ibAJFBVwFWqYxqpmCss1mcwLkkQPtbMVMZnLxCM1cGOHOrNrQh3ggEazJkPHpPAAyfH85"
    "ng+CB3cKPFh+Jvy1Iybgdn+cFzQumwIn2AOdAf4EeCfwUeC/AX8B/DnwZ8C7fTC8Dy/angTMTYctoCRsN2zdAcPP0nA05hnU9EbFeq024ANzrITG"
    "nDwDmpjxR8i0OSVqE53nTTqNKZDv+ODiA2CKVQaDNhgASwp8CEs4aNLTrs2D7w1VoFDw1ZELXx3JUvqr47+YmOv+"
)
