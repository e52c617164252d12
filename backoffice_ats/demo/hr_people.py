"""Thirteen made-up people who applied as HR specialist."""

from backoffice_ats.demo.people import Applicant, Job, Layout, Scenarios, Study

APPLICANTS: tuple[Applicant, ...] = (
    Applicant(
        name="Yolanda Pereira-Cruz",
        city="Riverton",
        layout=Layout.PLAIN_PDF,
        summary="HR generalist in a company of 180 people, at home in recruiting and in the files.",
        jobs=(
            Job(
                "HR generalist",
                "Ashcombe Packaging",
                "2020-06",
                "",
                (
                    "Recruit for about 30 vacancies a year: write job postings, screen applicants, conduct interviews and check references.",
                    "Conduct new hire orientation and prepare the paperwork for onboarding.",
                    "Maintain personnel files in the human resources information system.",
                    "Answer employees' questions about policies, leave and benefits.",
                ),
                duties={1: 35, 2: 20, 3: 20, 4: 25},
            ),
            Job(
                "HR assistant",
                "Ashcombe Packaging",
                "2018-02",
                "2020-05",
                (
                    "Kept personnel files and the leave calendar and sent payroll changes each month.",
                ),
                duties={3: 60, 8: 20},
            ),
        ),
        studies=(
            Study(
                "BA Human Resource Management",
                6,
                "Human resources",
                "Northlake University",
                "2014–2018",
            ),
        ),
        accomplishments={
            1: "We lost every second applicant because answers took three weeks. I now screen on Mondays and Thursdays and offer interview times by e-mail the same day; vacancies are filled in 34 days instead of 61.",
            2: "I wrote an onboarding list with each manager. A new colleague finds desk, login and a partner for the first week; nobody has left in the first month since.",
            3: "I moved 180 paper files into the HRIS, checked each against a list of what must and must not be in it, and closed the paper room.",
            4: "I hold an open hour every Wednesday in the warehouse canteen; questions about leave that used to come by telephone are answered there in plain words.",
        },
        skills="BambooHR, Excel, employment law basics, structured interviews",
        scenarios=Scenarios.CLOSE,
        days_ago=20,
        moves=("UNDER_REVIEW", "SHORTLISTED", "INTERVIEW", "OFFER"),
    ),
    Applicant(
        name="Emmanuel Ruiz-Whitfield",
        city="Lakeside",
        layout=Layout.TABLE_PDF,
        summary="Employee relations and benefits, nine years in a hospital.",
        jobs=(
            Job(
                "Benefits and leave administrator",
                "Kestrel Hospital Group",
                "2019-04",
                "",
                (
                    "Administer benefits enrollment, health insurance and retirement plans for 900 employees.",
                    "Process leaves of absence under FMLA and explain the choices to employees.",
                    "Hear grievances with the union and document the outcome.",
                ),
                duties={5: 60, 6: 20, 4: 20},
            ),
            Job(
                "HR coordinator",
                "Kestrel Hospital Group",
                "2017-01",
                "2019-03",
                ("Maintained employee records and prepared new hire paperwork.",),
                duties={3: 50, 2: 50},
            ),
        ),
        studies=(
            Study(
                "BA Psychology",
                6,
                "Psychology",
                "Tamarack State University",
                "2012–2016",
            ),
        ),
        accomplishments={
            3: "An audit found 212 files without a signed confidentiality form. I wrote to each ward with the names, collected the forms in four weeks, and check ten files a month since.",
            5: "During open enrollment I held 22 short meetings on the wards, at shift change. Late enrollments fell from 140 to 12.",
            6: "Two nurses had not spoken for a year. I heard each alone, then both together with written ground rules, and checked after one and three months. They share a shift again.",
        },
        skills="Workday, FMLA, mediation",
        scenarios=Scenarios.CLOSE,
        days_ago=19,
        moves=("UNDER_REVIEW", "SHORTLISTED", "INTERVIEW"),
    ),
    Applicant(
        name="Beatrix Thornquist",
        city="Riverton",
        layout=Layout.SIDEBAR_PDF,
        summary="Recruiter for office and warehouse roles.",
        jobs=(
            Job(
                "Recruiter",
                "Staffwell Agency",
                "2021-09",
                "",
                (
                    "Write job postings, screen about 1,500 applicants a year and conduct first interviews.",
                    "Check references and agree start dates with clients.",
                ),
                duties={1: 90},
            ),
            Job(
                "Front desk manager",
                "Hotel Larch",
                "2018-05",
                "2021-08",
                ("Trained new staff and wrote the duty roster.",),
                duties={7: 15},
            ),
        ),
        studies=(
            Study(
                "Associate degree in hospitality",
                5,
                "Hospitality",
                "Lakeside Community College",
                "2016–2018",
            ),
        ),
        accomplishments={
            1: "A client rejected eleven of twelve candidates. I sat one day in his warehouse, rewrote the posting from what I saw, and of the next six he hired four.",
            4: "I answer candidates' questions about contracts and overtime from the agency's handbook, and I say so when I must ask first.",
        },
        skills="Applicant tracking, interviewing, Spanish",
        scenarios=Scenarios.PARTLY,
        days_ago=18,
        moves=("UNDER_REVIEW", "SHORTLISTED"),
    ),
    Applicant(
        name="Samuel Oyelaran",
        city="Easton",
        layout=Layout.PLAIN_DOCX,
        summary="HR officer in local government, strict about files and fair in hearings.",
        jobs=(
            Job(
                "HR officer",
                "City of Easton",
                "2018-08",
                "",
                (
                    "Investigate grievances and complaints, document disciplinary action and prepare terminations with the manager.",
                    "Maintain confidential personnel files of 260 employees.",
                    "Advise managers on procedures and employment law in writing.",
                ),
                duties={6: 40, 3: 30, 4: 30},
            ),
        ),
        studies=(Study("LLB Law", 6, "Law", "Harbor State College", "2014–2018"),),
        accomplishments={
            3: "I wrote the retention list for our files with the city attorney and removed what must not be kept. The next inspection had no finding.",
            6: "A driver complained about a foreman's tone. I heard both and six witnesses in two weeks, wrote the facts apart from the opinions, and both signed the agreement.",
            4: "I turned the forty-page leave policy into two pages of questions and answers.",
        },
        skills="HRIS, investigation, employment law",
        scenarios=Scenarios.CLOSE,
        days_ago=17,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Noor Al-Masri",
        city="Riverton",
        layout=Layout.PLAIN_PDF,
        summary="Office manager who does HR for a company of 35.",
        jobs=(
            Job(
                "Office manager",
                "Lumen Architects",
                "2019-10",
                "",
                (
                    "Write job postings, schedule interviews and prepare contracts for new employees.",
                    "Keep personnel files, the leave calendar and send changes to payroll.",
                    "Order supplies and look after the building.",
                ),
                duties={1: 15, 2: 15, 3: 15, 8: 10},
            ),
        ),
        studies=(
            Study("BA English", 6, "English", "Northlake University", "2013–2017"),
        ),
        accomplishments={
            1: "I fill five or six vacancies a year alone, from the posting to the reference call.",
            2: "Each new architect gets a week plan and a partner. I verify the right to work on day one, before the laptop is handed over.",
            3: "I keep 35 files complete; the yearly list of missing papers has been empty for two years.",
        },
        skills="Gusto, Excel, minutes",
        scenarios=Scenarios.CLOSE,
        days_ago=15,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Leopold Brandt",
        city="Harbor Point",
        layout=Layout.TABLE_DOCX,
        summary="Payroll and HR data specialist.",
        jobs=(
            Job(
                "HR data specialist",
                "Anchor Insurance",
                "2020-01",
                "",
                (
                    "Send payroll changes, attendance and compensation data by the monthly deadline.",
                    "Compile reports on headcount and turnover for the management.",
                    "Correct employee records in the HRIS and audit them each quarter.",
                ),
                duties={8: 60, 3: 40},
            ),
        ),
        studies=(
            Study(
                "BSc Information systems",
                6,
                "Information systems",
                "Easton University",
                "2015–2019",
            ),
        ),
        accomplishments={
            3: "I compared HRIS and payroll line by line and found 61 employees with a wrong start date. Each was corrected with the paper contract and confirmed by the employee.",
        },
        skills="Workday, SQL, Excel, Power BI",
        scenarios=Scenarios.FAR,
        days_ago=14,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Consuelo Aguirre",
        city="Lakeside",
        layout=Layout.PLAIN_PDF,
        summary="Trainer and performance specialist in retail.",
        jobs=(
            Job(
                "Training coordinator",
                "Fairmile Stores",
                "2019-06",
                "",
                (
                    "Organise employee training for 14 shops and keep record of attendance.",
                    "Organise the yearly performance appraisals and train managers to hold them.",
                    "Conduct new hire orientation every Monday.",
                ),
                duties={7: 60, 2: 40},
            ),
        ),
        studies=(
            Study(
                "BA Education", 6, "Education", "Tamarack State University", "2015–2019"
            ),
        ),
        accomplishments={
            2: "I cut orientation from two days of slides to one day in the shop with a partner; new colleagues serve customers alone after six days instead of eleven.",
            1: "I sit in the interviews for shop managers with a written list of questions and rate each answer before we talk.",
        },
        skills="Learning management system, PowerPoint",
        scenarios=Scenarios.CLOSE,
        days_ago=13,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Desmond Achterberg",
        city="Riverton",
        layout=Layout.SCAN,
        summary="HR specialist in manufacturing.",
        jobs=(
            Job(
                "HR specialist",
                "Arden Castings",
                "2016-11",
                "2025-12",
                (
                    "Recruited for production, kept employee records and administered benefits.",
                ),
                duties={1: 30, 3: 30, 5: 30, 6: 10},
            ),
        ),
        studies=(
            Study(
                "BA Business administration",
                6,
                "Business administration",
                "Easton University",
                "2011–2015",
            ),
        ),
        accomplishments={
            1: "For the new foundry line I hired 24 people in three months. I asked every applicant the same eight questions, with the shift leader beside me.",
            3: "I checked all training certificates of 300 workers against the machines they run, and sent eleven to renew theirs in time.",
        },
        skills="ADP, Excel",
        scenarios=Scenarios.NOT_TAKEN,
        days_ago=12,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Hyacinth Mbatha",
        city="Easton",
        layout=Layout.NONE,
        summary="",
        jobs=(
            Job(
                "HR administrator (part time)",
                "Willow Care Homes",
                "2022-03",
                "",
                (
                    "Keep personnel files, check certificates of carers, arrange interviews.",
                ),
                hours=16,
                duties={1: 20, 3: 60, 2: 20},
            ),
        ),
        studies=(
            Study(
                "BA Psychology",
                6,
                "Psychology",
                "Open College",
                "2019–2025",
                finished=False,
                credits=96,
            ),
        ),
        accomplishments={
            3: "An inspector asked for 40 certificates without warning. I had each in the file within the hour, because I keep a list by expiry date.",
        },
        skills="",
        scenarios=Scenarios.CLOSE,
        days_ago=10,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Archibald Fenwick",
        city="Harbor Point",
        layout=Layout.PLAIN_PDF,
        summary="Retired army personnel sergeant.",
        jobs=(
            Job(
                "Personnel sergeant",
                "Army",
                "2004-01",
                "2024-06",
                (
                    "Maintained the records of a battalion of 600 and processed leave, transfers and evaluations.",
                    "Briefed new arrivals and checked their papers.",
                ),
                duties={3: 50, 2: 20, 7: 10, 5: 20},
            ),
        ),
        studies=(
            Study(
                "High school diploma", 3, "", "Harbor Point High School", "2000–2004"
            ),
        ),
        accomplishments={
            3: "Before a deployment I checked 600 records in nine days with four clerks: next of kin, insurance, vaccination. Not one had to be corrected abroad.",
            2: "I received every new soldier at the gate. Papers, bed and first meal were ready, whatever the hour.",
        },
        skills="Records systems, training",
        scenarios=Scenarios.PARTLY,
        days_ago=9,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Ottilie Graf",
        city="Riverton",
        layout=Layout.TEXT,
        summary="Psychology graduate with an internship in recruiting.",
        jobs=(
            Job(
                "Recruiting intern",
                "Staffwell Agency",
                "2025-07",
                "2025-12",
                (
                    "Screened applications and scheduled interviews for three recruiters.",
                ),
                duties={1: 100},
            ),
        ),
        studies=(
            Study(
                "BSc Psychology", 6, "Psychology", "Northlake University", "2021–2025"
            ),
        ),
        accomplishments={
            1: "I noticed that good applicants waited for an answer because nobody owned the inbox on Fridays. I proposed a rota, and the backlog of 80 was gone in two weeks.",
        },
        skills="Excel, SPSS",
        scenarios=Scenarios.CLOSE,
        days_ago=7,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Vernon Castellanos",
        city="Lakeside",
        layout=Layout.PLAIN_DOCX,
        summary="Head chef looking for regular hours.",
        jobs=(
            Job(
                "Head chef",
                "The Copper Pan",
                "2014-05",
                "",
                ("Lead a kitchen of nine, hire and train cooks, write the roster.",),
                duties={1: 5, 7: 5},
            ),
        ),
        studies=(
            Study(
                "Culinary certificate",
                4,
                "Cooking",
                "Lakeside Culinary School",
                "2008–2009",
            ),
        ),
        accomplishments={},
        skills="Kitchen management, purchasing",
        scenarios=Scenarios.PARTLY,
        days_ago=6,
    ),
    Applicant(
        name="Anneliese Kowalczyk",
        city="Easton",
        layout=Layout.SIDEBAR_PDF,
        summary="HR specialist for a logistics company; benefits, onboarding and a calm ear.",
        jobs=(
            Job(
                "HR specialist",
                "Seabright Logistics",
                "2022-01",
                "",
                (
                    "Conduct onboarding and new hire orientation for drivers and office staff.",
                    "Administer health insurance and retirement plans and explain them to employees.",
                    "Maintain employee records in the HRIS and answer questions about policies.",
                ),
                duties={2: 30, 5: 30, 3: 20, 4: 20},
            ),
            Job(
                "Payroll assistant",
                "Seabright Logistics",
                "2019-10",
                "2021-12",
                ("Collected attendance and sent it to payroll by the deadline.",),
                duties={8: 80},
            ),
        ),
        studies=(
            Study(
                "BBA Human Resources",
                6,
                "Human resources",
                "Easton University",
                "2015–2019",
            ),
        ),
        accomplishments={
            1: "Drivers did not answer our postings. I asked twelve of ours what they would read, wrote it in their words, and applications doubled.",
            2: "I meet each new driver at six in the morning, at the truck, not in the office. Papers take ten minutes there instead of a lost half day.",
            3: "I found that address changes reached payroll but not the files. One form now goes to both.",
            5: "I explain the retirement plan with three examples on one page; 70 of 96 drivers joined, before it was 31.",
        },
        skills="UKG, Excel, Polish, German",
        scenarios=Scenarios.CLOSE,
        days_ago=3,
    ),
)
