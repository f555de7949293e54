"""The words of the founding case in Indonesian, for the reports to the village and the campus."""

INDONESIAN = {
    # Places and parties.
    "Village office": "Kantor desa",
    "Inter-province road through the village": "Jalan antarprovinsi yang melintasi desa",
    "Village government of Prupuk Selatan": "Pemerintah Desa Prupuk Selatan",
    "KKN 53, group 31 (students from outside the village)": (
        "KKN 53 kelompok 31 (mahasiswa dari luar desa)"
    ),
    # Assets and gifts.
    "The creators' community itself": "Komunitas kreator itu sendiri",
    "Knowing how to make attractive content": "Kemampuan membuat konten yang menarik",
    "Knowing how platforms work": "Pemahaman tentang cara kerja platform",
    "Channels and accounts": "Kanal dan akun",
    "Sale of YouTube accounts that earn money": "Penjualan akun YouTube yang sudah menghasilkan",
    "Hardware": "Perangkat keras",
    "Software": "Perangkat lunak",
    "Hall of the village office": "Aula kantor desa",
    "Natural resources": "Sumber daya alam",
    "Intelligence": "Kecerdasan",
    "Care for each other": "Kepedulian",
    "Mutual aid (gotong royong)": "Gotong royong",
    "Togetherness": "Kebersamaan",
    "Filming the buses and trucks on the road": "Merekam bus dan truk di jalan raya",
    "Students who teach and guide": "Mahasiswa yang mengajar dan mendampingi",
    "video editing": "menyunting video",
    "affiliate sales": "penjualan afiliasi",
    # Challenges.
    "Some members find the registration for TikTok Affiliate hard": (
        "Sebagian anggota merasa pendaftaran TikTok Affiliate sulit"
    ),
    "Some registered before, and forgot their username or password": (
        "Sebagian pernah mendaftar, tetapi lupa nama pengguna atau kata sandi"
    ),
    # The choice.
    "With which asset of the village to work?": "Aset desa mana yang dikembangkan?",
    "steady output of content": "rutin menghasilkan konten",
    "income from the sale of accounts": "pendapatan dari penjualan akun",
    "momentum of the creative industry, and government support of it": (
        "momentum industri kreatif dan dukungan pemerintah"
    ),
    "many residents turn creators": "banyak warga menjadi kreator",
    "only on YouTube, so there is room": "baru di YouTube, jadi masih ada ruang",
    "an asset of the village, and an outlet for creativity": ("aset desa dan wadah kreativitas"),
    "open to newcomers": "terbuka bagi anggota baru",
    "able to pass it on to others": "mampu menularkannya kepada orang lain",
    "interested from the start": "berminat sejak awal",
    "know how platforms work": "memahami cara kerja platform",
    "know how to make attractive content, called the most important": (
        "mampu membuat konten yang menarik, disebut yang terpenting"
    ),
    "With which asset to work, had there been rivals?": (
        "Aset mana yang dikembangkan, seandainya ada pilihan lain?"
    ),
    "weighted_sum": "jumlah berbobot",
    # Intentions.
    "the program": "program ini",
    "long term": "jangka panjang",
    "31 January to 2 February 2024": "31 Januari sampai 2 Februari 2024",
    "integrity": "integritas",
    "cooperation": "kerja sama",
    "innovation": "inovasi",
    "empowerment": "pemberdayaan",
    "A shared vision; the paper prints no text of it": (
        "Visi bersama; naskahnya tidak dimuat dalam artikel"
    ),
    "A vision of the future; the paper prints no text of it": (
        "Visi masa depan; naskahnya tidak dimuat dalam artikel"
    ),
    "Income": "Pendapatan",
    "Visibility": "Keterkenalan",
    "A stronger community": "Komunitas yang lebih kuat",
    "Raise the villagers' skills": "Meningkatkan keterampilan warga",
    "Widen the reach of the creators": "Memperluas jangkauan para kreator",
    "Bring the content that they already make to a second platform": (
        "Membawa konten yang sudah dibuat ke platform kedua"
    ),
    "Digital skills": "Keterampilan digital",
    "Networks and collaboration": "Jejaring dan kolaborasi",
    "TikTok Affiliate training of three days": "Pelatihan TikTok Affiliate selama tiga hari",
    "Plan of action": "Rencana tindakan",
    "Strategic plan": "Rencana strategis",
    "Action plan: steps, materials, evaluation": "Rencana aksi: langkah, materi, evaluasi",
    "Long-term action plan": "Rencana tindakan jangka panjang",
    "Introduction and registration": "Pengenalan dan pendaftaran",
    "Videos and the product basket": "Video dan keranjang produk",
    "Follow-up": "Tindak lanjut",
    "introduction": "pengenalan",
    "registration of accounts while waiting for approval": (
        "pendaftaran akun sambil menunggu persetujuan"
    ),
    "videos with several techniques": "video dengan beberapa teknik",
    "linking the basket to a ready video": "menautkan keranjang ke video yang siap unggah",
    "follow-up": "tindak lanjut",
    "tips for earning": "kiat memperoleh penghasilan",
    # Claims and what would show them.
    "More knowledge": "Pengetahuan bertambah",
    "Significant growth in soft skills": "Peningkatan soft skill yang signifikan",
    "Above all, more creativity of content": "Terutama, kreativitas konten meningkat",
    "Passive, that is additional, income through the affiliate program": (
        "Pendapatan pasif, yaitu tambahan, melalui program afiliasi"
    ),
    "A stronger creative industry at community level": (
        "Industri kreatif yang lebih kuat di tingkat komunitas"
    ),
    "A contribution to the local economy": "Sumbangan bagi ekonomi setempat",
    "The participatory, asset-based method leads to lasting growth": (
        "Metode partisipatif berbasis aset menghasilkan pertumbuhan yang berkelanjutan"
    ),
    "before day 1, after day 3, and three months later": (
        "sebelum hari 1, sesudah hari 3, dan tiga bulan kemudian"
    ),
    "Knowledge of affiliate sales": "Pengetahuan tentang penjualan afiliasi",
    "a test of 20 items": "tes 20 butir",
    "points": "poin",
    "IDR a month": "rupiah sebulan",
    "members": "anggota",
    "activities a month": "kegiatan sebulan",
    "a scale with items for each facet": "skala dengan butir untuk setiap aspek",
    "Creativity of content": "Kreativitas konten",
    "two raters, blind to the date, on ten videos of each member": (
        "dua penilai, tanpa mengetahui tanggalnya, untuk sepuluh video setiap anggota"
    ),
    "Income from the affiliate program": "Pendapatan dari program afiliasi",
    "payout records": "catatan pembayaran",
    "Members with content on two platforms or more": (
        "Anggota yang berkonten di dua platform atau lebih"
    ),
    "a count of active channels": "penghitungan kanal yang aktif",
    "Commission earned less money spent on outside brands": (
        "Komisi yang diterima dikurangi belanja merek dari luar"
    ),
    "payout and purchase records of households": "catatan pembayaran dan belanja rumah tangga",
    "Activities led by members without the students": (
        "Kegiatan yang dipimpin anggota tanpa mahasiswa"
    ),
    "the diary of the community": "catatan kegiatan komunitas",
    "communication": "komunikasi",
    "emotion": "emosi",
    "language": "bahasa",
    "group work": "kerja kelompok",
    "ethics and morals": "etika dan moral",
    "courtesy": "kesopanan",
    "spirituality": "spiritualitas",
    # Evidence.
    "Abadi et al. (undated): one photograph a day": (
        "Abadi dkk. (tanpa tahun): satu foto setiap hari"
    ),
    "Abadi et al. (undated), UIN Saizu Purwokerto": (
        "Abadi dkk. (tanpa tahun), UIN Saizu Purwokerto"
    ),
}
