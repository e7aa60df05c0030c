# ruff: noqa: E501
"""Names of many communities, in two lists that share no name: one to tune on, one held out.

Every name is an ordinary name of its community, put together by chance: no person is meant.
Order of each line: forenames, then surnames.
"""

from __future__ import annotations

_LISTS = """
white-british
T: Oliver Megan Callum Gemma Darren Poppy Kieran Lorna Wayne Imogen Craig Hayley | Hargreaves Penrose Clegg Ashworth Tregenza Whitlock Broadbent Pascoe Stubbs Cartwright Dunstan Holroyd
H: Alfie Bethany Stuart Kayleigh Jenna Rhys-James Tilly Gareth Maisie Dean Harriet Lewis | Entwistle Trevithick Ramsbottom Colclough Nankivell Shufflebottom Wainwright Pengelly Ogden Birtwhistle Sadler Hollingsworth
irish
T: Siobhán Cian Aoife Declan Niamh Oisín Gráinne Eamon Róisín Fintan | O'Sullivan Gallagher McDonagh Brennan O'Rourke Kinsella Doherty Mac Giolla Byrne McGrath
H: Caoimhe Padraig Saoirse Darragh Orlaith Cormac Sinéad Tadhg Clodagh Ruairí | Ó Briain O'Shaughnessy Geraghty McNamara Hennessy Mulcahy Ní Dhomhnaill Cullinane Tierney McAuliffe
welsh
T: Rhys Carys Gethin Angharad Iestyn Cerys Dafydd Lowri | Llewellyn Prosser Gwilym Bevan Cadwaladr Pryce Morgans Ap Owen
H: Ieuan Bronwen Gruffydd Ffion Emrys Nerys Hywel Eluned | Gwynne Parry Rhydderch Bowen Probert Tudor Meredith Ifans
polish
T: Agnieszka Wojciech Małgorzata Krzysztof Zuzanna Bartosz Kinga Łukasz | Wójcik Lewandowska Szymański Dąbrowska Kaczmarek Zielińska Mazurek Pawlak
H: Katarzyna Przemysław Jagoda Zbigniew Oliwia Grzegorz Bożena Sławomir | Krawczyk Jabłońska Wiśniewski Grabowska Nowicki Ostrowska Szczepański Wróbel
romanian
T: Ionuț Mihaela Răzvan Andreea Costel Lăcrămioara Bogdan Simona | Popescu Dumitrescu Ionescu Munteanu Văcărescu Stoica Ciobanu Lungu
H: Cătălin Gabriela Vasile Ruxandra Sorin Anca Florin Denisa | Gheorghiu Constantinescu Bălan Mocanu Șerban Ursu Rotaru Petrescu
nigerian
T: Chidi Ngozi Oluwaseun Folake Emeka Blessing Tunde Ifeoma Babajide Precious | Okafor Adeyemi Eze Balogun Nwosu Ogunleye Abiola Onyekachi Danjuma Effiong
H: Chukwuemeka Yewande Obinna Temitope Kelechi Adaeze Segun Patience Olamide Ebele | Okonkwo Adebayo Nnamdi Oyelaran Uzoma Akinwande Ibekwe Fashola Bassey Oduya
ghanaian
T: Kwame Akosua Kofi Abena Yaw Esi Kwabena Ama | Mensah Boateng Owusu Asante Agyeman Darko Ofori Amponsah
H: Kwaku Efua Kojo Adwoa Nana-Yaa Fiifi Afia Ebo | Acheampong Osei Antwi Quaye Sarpong Nkrumah-Baah Addo Yeboah
somali
T: Abdirahman Hodan Ayaan Warsame Ifrah Liban Sagal Faduma | Warsame Farah Jama Abdi Hersi Duale Guled Osman
H: Cabdulaahi Sahra Mahad Ubah Bilan Zakariye Nimco Deeqa | Mohamud Aden Elmi Shire Barre Gedi Samatar Isse
eritrean
T: Tesfay Selam Yonas Mebrahtu Feven Filmon Rahwa Semhar | Tekle Gebremedhin Habtemariam Berhane Kidane Woldu Asmelash Ghirmay
H: Kibrom Luwam Natnael Haben Winta Robel Bisrat Merhawit | Weldegebriel Tesfamariam Abraha Yohannes Negash Mehari Zerai Haile
pakistani
T: Zainab Hamza Sadia Imran Khadija Adeel Rukhsana Bilal Nasreen Usman | Hussain Malik Qureshi Akhtar Chaudhry Mahmood Butt Siddiqui Bashir Raja
H: Mehwish Shahzad Iqra Waqas Shabnam Faisal Maryam Tariq Zubaida Asif | Mirza Awan Sheikh Nawaz Bibi Rafiq Javed Aslam Dar Khattak
bangladeshi
T: Rahima Shahin Nasima Jubayer Taslima Rezaul Shirin Kamrul | Begum Miah Uddin Chowdhury Khatun Rahman Islam Sarkar
H: Sultana Mizanur Rubina Ashraful Momtaz Shafiqul Farzana Habibur | Ali-Hossain Talukdar Akther Haque Choudhury Bhuiyan Mollah Sikder
gujarati
T: Hetal Jignesh Bhavna Nilesh Kinjal Ketan Urvashi Mitesh | Patel Shah Desai Parmar Solanki Mistry Vaghela Joshi
H: Dipti Hardik Varsha Chirag Jigna Pratik Falguni Ashvin | Chauhan Trivedi Panchal Lakhani Modha Thakkar Gohil Raval
punjabi
T: Harpreet Gurdeep Manjit Jaspreet Balwinder Kulwinder Simran Navdeep | Singh Kaur Gill Sandhu Dhillon Grewal Sidhu Bains
H: Amarjit Rajwinder Sukhdeep Parminder Jagtar Kiranjit Baljinder Tarandeep | Dhaliwal Bhullar Randhawa Johal Sohal Aujla Purewal Mann
tamil
T: Tharshini Suresh Kavitha Ragavan Nithya Mathushan Sivakumar Dharshika | Sivanathan Rajaratnam Kandiah Thambirajah Murugan Selvarajah Balasubramaniam Nadarajah
H: Abirami Senthil Lavanya Kugan Yalini Prashanth Meenakshi Vijayan | Ponnambalam Arulanantham Chelliah Sithamparam Kanagaratnam Velupillai Jeyakumar Ganeshan
chinese
T: Xiuying Wei Jiahao Mei-Ling Zhiqiang Yuxuan Siu-Fong Haoran | Zhang Liu Cheung Huang Lam Zhao Xu Leung
H: Zihan Qing Wenjie Lihua Ka-Yan Xiaoming Ruoxi Tsz-Hin | Wang Chen Ho Yeung Ouyang Lin Guo Tsang
vietnamese
T: Thuy Quang Phuong Duc Ngoc Huong Khanh Tuyet | Nguyen Tran Pham Vo Dang Bui Ngo Trinh
H: Linh Thanh Minh-Anh Hieu Trang Bao Loan Cuong | Le Hoang Phan Vu Duong Huynh Ly Dinh
filipino
T: Maricel Jomar Rosalinda Rodel Jhoanna Arnel Liezl Crisanto | Dela Cruz Bautista Villanueva Magsaysay Pangilinan Santos Manalo Dimaculangan
H: Analyn Reynaldo Mylene Jericho Rowena Nestor Cherilyn Danilo | Macaraeg Del Rosario Salonga Evangelista Batungbakal Aquino Tolentino Catacutan
turkish
T: Emine Serkan Ayşe Mehmet Gülşen Onur Zeynep Hakan | Yılmaz Demir Çelik Kaya Öztürk Aydın Şahin Arslan
H: Elif Burak Fatma Tolga Nurcan Volkan Melike İbrahim | Koç Kılıç Doğan Erdoğdu Polat Güneş Çetin Taş
kurdish
T: Rojda Baran Berîvan Şivan Hêlîn Dilovan Zelal Azad | Barzani Bakir Zebari Hawrami Rasul Qadir Sindi Amedi
H: Ronahî Diyar Nîştiman Kawa Jiyan Renas Evîn Shwan | Jaff Goran Surchi Doski Aziz-Karim Shekhani Mawlood Bradosti
arabic
T: Layla Khalid Nour Abdulrahman Rasha Youssef Hiba Tarek | Al-Masri Haddad El-Sayed Nasser Khoury Al-Hashimi Darwish Mansour
H: Samira Mustafa Ghada Ziad Rania Hussam Dalal Waleed | Al-Zahrani Shaheen El-Khatib Barakat Sabbagh Abu-Zayd Najjar Al-Jubouri
iranian
T: Shirin Behzad Parisa Arash Mahsa Kourosh Niloufar Dariush | Ahmadi Hosseini Rezaei Tehrani Moradi Karimi Jafari Ghorbani
H: Golnaz Farhad Setareh Siavash Azadeh Mehrdad Yasaman Bahram | Sharifi Mousavi Rostami Kazemi Zand Esfahani Najafi Bahrami
afghan
T: Palwasha Najibullah Zarmina Ahmadzai Gulalai Hamidullah Storai Esmatullah | Stanekzai Noorzai Popal Wardak Safi Karimi-Khel Hotak Yousafzai
H: Spozhmai Rahmatullah Wazhma Zmarai Frishta Enayatullah Malalai Baryalai | Mangal Nasiri Sahak Tokhi Zadran Achakzai Sadat Ghani-Zai
caribbean
T: Shanice Delroy Tyrell Marcia Jermaine Keisha Winston Latoya | Campbell Bartley Grant-Riley Pinnock Thompson-Bell Brathwaite McKenzie Francis
H: Tanisha Leroy Kemar Beverley Dwayne Shakira Errol Nevaeh | Gayle Sinclair-Reid Cumberbatch Beckford Edwards-Moore Bogle Lindo Blackwood
portuguese-brazilian
T: Thiago Beatriz João Fernanda Leandro Conceição Rafaela Vítor | Ferreira da Silva Gonçalves Carvalho dos Santos Teixeira Moreira Araújo
H: Gustavo Luciana Afonso Jéssica Caetano Filipa Rodrigo Graça | Nogueira de Oliveira Magalhães Ribeiro Azevedo da Costa Figueiredo Brandão
ukrainian
T: Oksana Taras Bohdana Mykola Kateryna Ostap Halyna Vasyl | Shevchenko Kovalenko Bondarenko Melnyk Tkachenko Lysenko Hrytsenko Boyko
H: Yaroslava Dmytro Solomiya Andriy Lyudmyla Volodymyr Zoryana Petro | Kravchuk Polishchuk Savchenko Rudenko Moroz Oliynyk Petrenko Stefaniuk
jewish
T: Chaya Mendel Rivka Shlomo Dina Yehuda Tova Avrohom | Goldblatt Rosenfeld Feldman Katz Weiss Grunfeld Abramson Lipschitz
H: Bracha Yitzchok Malka Dovid Shira Naftali Gittel Eliezer | Halberstam Ehrenberg Kleinman Perlmutter Schreiber Cohen-Levi Zuckerman Roth
roma-traveller
T: Kizzy Nelson Violet Levi Romany Elijah Britannia Tobar | Lovell Boswell Buckland Cooper Loveridge Doran Price Ayres
H: Mizelli Noah Cinderella Riley Shanley Job Luminita Ferka | Penfold Smith-Lee Hearne Gumble Eastwood Maughan Horvathova Stanley
lithuanian-latvian
T: Jurgita Mantas Rasa Dainius Līga Artūrs | Kazlauskas Petrauskienė Bērziņš Jankauskas Ozoliņa Stankevičius
H: Vaida Žygimantas Inga Tomas Kristaps Eglė | Butkus Žukauskaitė Kalniņš Paulauskas Liepa Urbonas
congolese-zimbabwean
T: Tendai Rudo Farai Bénédicte Junior-Cédric Chipo | Moyo Ncube Mukendi Kabongo Chikwanha Ilunga
H: Tatenda Nyasha Kudzai Merveille Trésor Ruvimbo | Mutasa Sibanda Tshibangu Lumumba-Kasa Chigumba Mbuyi
"""


def _parse() -> dict[str, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    answer: dict[str, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    community = ""
    for line in _LISTS.strip().splitlines():
        if line[:2] not in ("T:", "H:"):
            community = line.strip()
            answer[community] = {}
            continue
        forenames, surnames = line[2:].split("|")
        split = "tune" if line.startswith("T:") else "held"
        answer[community][split] = (tuple(forenames.split()), _joined(surnames.split()))
    return answer


_LEADING = {"Mac", "Ó", "Ní", "Dela", "Del", "da", "dos", "de", "Ap"}


def _joined(words: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for word in words:
        if names and names[-1] in _LEADING:
            names[-1] += " " + word
        else:
            names.append(word)
    return tuple(names)


COMMUNITIES = _parse()
