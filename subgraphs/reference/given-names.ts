import { type NamesByTradition, readFrequencies } from './name-frequencies.js'

/**
 * First names of those of an age to practise, by sex and naming tradition. A number stands before the names it applies
 * to. GENERAL and HISPANIC: hundreds of births 1940 to 1999, weighted by decade towards people who practise today and
 * rounded to two digits, from the US Social Security Administration's baby names (public domain). The other lists,
 * whose bearers were mostly born elsewhere, are our own selection with frequencies that fall by rank.
 * For making synthetic data: neither sex nor tradition is ever used to match a person.
 */
export const givenNames: Record<'F' | 'M', NamesByTradition> = {
  F: {
    GENERAL: readFrequencies(`
  15000 Jennifer 9600 Jessica 9200 Mary 8400 Lisa 7500 Amanda 7300 Elizabeth 7200 Melissa Kimberly 7100 Michelle
  6800 Sarah 6600 Ashley 6400 Stephanie 6300 Amy 5800 Patricia 5700 Susan Angela 5600 Linda 5500 Karen Heather
  5300 Nicole Laura Rebecca 4300 Kelly Cynthia 4200 Christina 4000 Deborah Sandra Julie Rachel 3900 Barbara 3800
  Christine Emily 3700 Donna 3500 Pamela Nancy 3400 Megan 3300 Samantha Tiffany Brenda Amber 3200 Sharon Andrea
  Kathleen Crystal Danielle Katherine Lauren 3100 Debra Maria 3000 Brittany 2900 Tammy 2800 Shannon Lori Erin 2700
  Sara Teresa 2600 Denise 2500 Carol Cheryl Jamie Tina 2400 Dawn Catherine Margaret Diane 2300 Tracy Jacqueline
  Victoria April 2200 Kathryn Anna 2100 Erica Robin Courtney Wendy 2000 Janet Kristen Monica Theresa Diana 1900
  Carolyn 1800 Kathy Alicia Allison Leslie Kristin Michele Vanessa 1700 Tara Cindy Holly Kayla Jill 1600 Valerie
  Ann Dana Melanie Stacy Natalie Carrie Paula 1500 Rhonda Katie Julia 1400 Hannah Stacey Veronica Sherry Janice
  Renée Sheila 1300 Lindsey Gina Anne Kim Cassandra Judy 1200 Joyce Suzanne Connie Kristina Judith Lindsay Alexis
  Martha Alyssa Taylor Laurie Debbie Heidi Tonya Betty Bonnie Beth 1100 Shirley Virginia Gloria Alexandra Melinda
  Brandy Tamara Chelsea Jasmine Beverly Tanya Colleen 1000 Regina Carla Leah Terri Brandi Marie Lynn Jane Erika
  Brooke 970 Ruth Dorothy 960 Cathy 950 Deanna 940 Sabrina Christy 920 Wanda Misty 900 Joan 890 Rose Kelsey 880
  Morgan Peggy Jean Ellen 870 Annette Katrina 860 Helen Darlene Natasha 850 Marilyn Whitney 840 Alison Brianna 830
  Molly 810 Vicki Abigail 800 Jenna 790 Felicia Olivia 780 Tracey Gail Rita Frances Kara 770 Caroline Meghan Alice
  760 Joanne 750 Caitlin 740 Jodi Elaine Kristi Shelly Evelyn 730 Sylvia 720 Yvonne Bethany 710 Kelli Kristy
  Maureen Charlotte 700 Monique Joy Carmen Jenny 690 Kristine Krystal 680 Kendra Candace Emma Audrey Toni 670
  Krista 660 Brittney Marissa Sherri Bridget 650 Joanna Miranda Rachael 640 Shelby Sally Candice Nichole Charlene
  Grace 620 Claudia Casey Haley 610 Jeanette 600 Vickie Penny Desiree Madison 590 Phyllis Becky 570 Eileen Jo Kari
  560 Shelley Rosa Angel Jordan Norma Priscilla 550 JoAnn Kaitlyn Meredith Ana 540 Sonya Paige 530 Latoya Melody
  520 Marcia Karla 510 Jeanne Gabrielle Katelyn Jaime Robyn Traci Roberta 500 Terry Jillian Marsha Jackie Rebekah
  Lorraine 490 Juanita Lydia Belinda Doris Irene Tabitha Sheri Adrienne 480 Loretta Alisha Jacquelyn Nina 470
  Yvette Aimee 460 Sonia Sheryl Sandy Kellie 450 Gwendolyn Jody Jaclyn 440 Sue Eva Alexandria Autumn Shawna Claire
  Annie 430 Constance 420 Briana Kelley Sydney Kerry Glenda Christie Ruby Esther 410 Rosemary Roxanne 400 Naomi
  Hope Tricia Marlene Mindy Cara Madeline Cristina Vivian 390 Destiny Stacie Lacey Savannah Sierra Mandy 380
  Sophia Trisha Dianne Tasha 370 Lois Lillian Summer Kristie Bianca Ebony Dominique Angie Stefanie 360 Janelle
  Faith Kirsten Kerri Bobbie Leigh 350 Marisa Kaitlin 340 Miriam Breanna Meagan Raquel Latasha Jana Nikki 330
  Mariah Lynda Rochelle Amelia Carly Jocelyn Jessie Gretchen Daisy Josephine Teri Ginger Cassie Arlene Cecilia 320
  Antoinette Dianna Kimberley Tami Shari Keri Ashlee Kate 310 Tracie Billie Vicky 300 Shelia Marjorie Louise Nora
  Tammie Gabriela Mallory Lynne Lee 290 Abby Shana Christa Lora Rachelle Marianne Kay 280 Geraldine Lynette Shanna
  Camille Trina Karina Angelina Lucy Mackenzie Alma Edith 270 Celeste Jennie Ramona June Jan Alexa Patty Darla 260
  Dolores Cheri Ariel Shauna Ronda Bernadette Georgia Staci Janine Patrice Allyson 250 Isabel Charity Alisa Marla
  Sonja Elena Lesley Carole Sheena Tamika Elisa
    `),
    HISPANIC: readFrequencies(`
  790 Yolanda 700 Patricia 630 Laura 570 Angélica 480 Sandra 390 Adriana 370 María 340 Leticia 320 Teresa 270
  Victoria Guadalupe 240 Mónica 230 Diana Lorena 210 Alicia Alejandra Vanessa Margarita 200 Marisol 190 Mercedes
  180 Esmeralda Maribel 170 Verónica Blanca 150 Luz 140 Martha Susana Virginia Gloria 130 Lucía 120 Liliana 110
  Valeria Sofía 100 Beatriz Araceli 92 Lourdes 89 Rocío 88 Graciela 84 Carmen 79 Marisela Juana 75 Claudia 69
  Paola 67 Rosa Norma 66 Ana 63 Esperanza 58 Josefina 56 Sonia 49 Catalina 41 Raquel 39 Cecilia 38 Estela 36
  Gabriela 32 Dolores 31 Isabel 30 Elena 24 Pilar 23 Irma 20 Carolina Daniela Marta Natalia Olga Silvia
    `),
    SOUTH_ASIAN: readFrequencies(`
  1700 Priya 1400 Anita 1200 Sunita 1100 Rekha 1000 Geeta 910 Neha 830 Pooja 770 Deepa 710 Kavita 670 Meena 620
  Nisha 590 Rashmi 560 Seema 530 Shilpa 500 Sangeeta 480 Smita 450 Swati 430 Vandana 420 Anjali 400 Aparna 380
  Archana 370 Aruna 360 Asha 340 Bharati 330 Chitra 320 Divya 310 Gayatri 300 Indira 290 Jaya Jyoti 280 Kalpana
  270 Kamala 260 Lakshmi Lata 250 Madhuri 240 Manisha Meera 230 Mridula Nandini 220 Neelam Nidhi 210 Padma Pallavi
  200 Preeti Radha Rajni 190 Ritu Roopa Sarita 180 Savita Shweta Sneha 170 Sudha Sujata Sushma 160 Uma Usha Vidya
  Ayesha 150 Hina Rabia Saima Sadia 140 Shazia Uzma Harleen Simran Amandeep
    `),
    EAST_ASIAN: readFrequencies(`
  1700 Mei 1400 Li 1200 Ying 1100 Jing 1000 Yan 910 Ling 830 Hong 770 Xiao 710 Lan 670 Yi 620 Hui 590 Hua 560 Xin
  530 Min 500 Fang 480 Qing 450 Juan 430 Na 420 Yu 400 Yue 380 Jia 370 Wen 360 Xia 340 Lin 330 Linh 320 Huong 310
  Thuy 300 Trang 290 Mai Phuong 280 Nga 270 Hanh 260 Hoa Thao 250 Anh 240 Ngoc Thu 230 Loan My 220 Ha Tuyet 210
  Yen Eun 200 Ji-Won Soo-Jin Hye-Jin 190 Mi-Kyung Young Sun-Hee 180 Kyung Yuki Yoko 170 Akiko Naoko Mayumi 160
  Tomoko
    `),
    MIDDLE_EASTERN: readFrequencies(`
  1700 Fatima 1400 Layla 1200 Mona 1100 Nadia 1000 Rania 910 Hala 830 Dina 770 Amira 710 Aisha 670 Maha 620 Noor
  590 Yasmin 560 Samira 530 Salma 500 Leila 480 Lina 450 Rana 430 Reem 420 Rasha 400 Hanan 380 Huda 370 Iman 360
  Mariam 340 Manal 330 Nour 320 Randa 310 Sahar 300 Suha 290 Zeina Zainab 280 Maryam 270 Nasrin 260 Shirin Parisa
  250 Mina 240 Mahsa Niloufar 230 Roya Azadeh 220 Farnaz Laleh 210 Setareh Elif 200 Ayse Zeynep Fatma
    `),
  },
  M: {
    GENERAL: readFrequencies(`
  32000 Michael 25000 James 24000 David John Robert 17000 William 15000 Christopher 14000 Richard 13000 Joseph
  12000 Thomas Daniel 11000 Mark 10000 Matthew Steven Charles 9700 Brian 8800 Kevin 8500 Timothy 8400 Jason
  Jeffrey 8200 Anthony 7800 Paul 7300 Kenneth 7000 Andrew 6900 Joshua Scott 6800 Eric 6400 Ronald 6200 Donald Gary
  6100 Stephen 5800 Gregory 5400 Ryan 5200 Edward 5000 Jonathan 4900 Larry 4800 Justin 4600 Patrick Nicholas
  George 4200 Brandon 4000 Dennis Douglas 3600 Adam 3400 Jerry Peter Keith 3300 Aaron Benjamin Jeremy 3100 Terry
  Raymond Frank Jacob 2800 Sean Samuel Kyle 2700 Randy 2600 Todd 2500 Bryan Craig Roger Bruce Nathan 2400 Shawn
  2300 Zachary 2200 Bradley Tyler Alexander Jesse 2100 Travis Carl Chad Alan 2000 Lawrence Gerald Phillip Danny
  Jeffery 1900 Wayne Russell Philip Johnny Rodney 1800 Walter Ricky Billy Tony Joe 1700 Henry Jimmy Bobby 1600
  Willie Jack Vincent Arthur Curtis Steve Martin Dale Joel Derek Randall 1500 Roy Troy Dustin Victor Albert 1400
  Harold Allen Cody Mike Glenn 1300 Marcus Louis Barry Jordan Ralph Corey Shane Austin Antonio Jon Christian 1200
  Ronnie Jay Brett Eugene Frederick Stanley Micheal Jared Lee 1100 Brent Chris Darrell Marc Leonard Howard Derrick
  Eddie Alex 1000 Nathaniel Wesley Ernest Dean Tommy Jeff Erik 990 Marvin Mitchell Harry 950 Cory 910 Melvin
  Gabriel 900 Calvin 880 Fred 860 Ian 850 Edwin 840 Jerome Theodore Francis 820 Norman Mario 810 Earl Darren 780
  Reginald Adrian 770 André Ray 760 Lance Jim 750 Clifford Casey Evan Darryl 740 Cameron Dylan Clarence Alfred 730
  Brad Don 720 Seth Jamie 710 Kurt 700 Trevor 690 Tim 680 Kelly Greg Duane 670 Warren Rick 660 Tom 650 Bill
  Bernard Glen 640 Maurice Luke 630 Oscar 620 Leroy Karl 610 Neil Tyrone Jeremiah 600 Dwayne 590 Alvin Dan Leon
  580 Blake Gordon Clinton Isaac 570 Kirk Clayton 560 Herbert Devin 550 Caleb Franklin Angel Gilbert 540 Shaun 530
  Tracy Lucas 520 Garrett Lonnie Vernon 510 Lloyd 500 Kent Gene Taylor Terrence Leslie 490 Rickey Lewis 480 Daryl
  Ethan Ross Dwight Terrance 470 Spencer Noah 460 Grant Shannon 450 Allan Logan Edgar Johnathan Byron Guy Colin
  440 Jessie Mathew 430 Stuart Geoffrey Perry Floyd Charlie 420 Kristopher Andy Jimmie 410 Wade Dana Jackie Jaime
  Damon Donnie 400 Kerry Dominic Jonathon Leo 390 Ted Brendan Clyde Lester Joey 380 Marshall 370 Johnnie 360 Dave
  Freddie Chase Drew Nelson Hunter Milton 350 Roland Max Kelvin 340 Bob Fredrick Herman Preston Clifton Robin
  Kenny Harvey 330 Arnold Neal Jake Garry Roderick 320 Sam Gerard 310 Gregg Randolph Elijah 300 Cecil Bryce
  Chester Rene Connor 290 Levi Jermaine Ben Rex 280 Cedric Darin Ron Kim Bryant Angelo Jody 270 Erick Lorenzo
  Marty Wendell Isaiah Sidney Devon Cole 260 Rudy Nicolas Lynn Carlton Micah Darrin Felix Abraham 250 Claude
  Terence Trent Clint Mason Bret 240 Hugh Malcolm Frankie Sammy Randal Dakota Xavier 230 Bradford Tanner Ken
  Everett Nick Wallace 220 Loren Benny Brady Timmy Dallas Toby 210 Julius Damian Salvatore Noel Lyle Darius Heath
  Terrell Clay Dalton 200 Morris Emmanuel Oliver Demetrius Collin Marcos Clark Otis
    `),
    HISPANIC: readFrequencies(`
  2800 José 1700 Juan 1400 Carlos 1200 Luis 880 Jesús 830 Manuel 760 Ricardo Miguel 640 Francisco 610 Jorge Rubén
  600 Roberto 520 Héctor 460 Raúl 450 Alejandro 440 Javier 430 Julián 420 Pedro Fernando 400 Ramón Iván 390
  Eduardo 380 Rafael 370 Armando 340 Sergio 320 Alberto 300 Marco 290 Julio 280 Alfredo Andrés Arturo 260 César
  Orlando Enrique 230 Gerardo 220 Salvador Ernesto 210 Israel 190 Martín Alfonso 180 Rodolfo Víctor Pablo 150
  Antonio Gilberto Gustavo 140 Ismael Guillermo Felipe Rolando 130 Rogelio 120 Diego Tomás 110 Emilio Hugo 100
  Esteban 98 Mario 96 Santiago 94 Efraín 93 Adrián 91 Moisés 83 Humberto 81 Ignacio 78 Joaquín Vicente 75 Óscar 69
  Domingo 68 Rodrigo 66 Ángel 63 Álvaro 62 Mauricio 61 Agustín 49 Jaime 44 Federico 43 Gonzalo 36 René 20 Leonardo
    `),
    SOUTH_ASIAN: readFrequencies(`
  1700 Amit 1400 Rajesh 1200 Sanjay 1100 Ravi 1000 Vijay 910 Anil 830 Sunil 770 Suresh 710 Ramesh 670 Ashok 620
  Sandeep 590 Deepak 560 Rakesh 530 Manoj 500 Vivek 480 Rahul 450 Rajiv 430 Anand 420 Arun 400 Ajay 380 Vinod 370
  Mahesh 360 Mukesh 340 Sachin 330 Nitin 320 Pankaj 310 Ashish 300 Vikram 290 Rohit Sridhar 280 Srinivas 270
  Prakash 260 Pradeep Praveen 250 Prasad 240 Krishna Mohan 230 Ganesh Raj 220 Rajeev Sanjeev 210 Satish Dinesh 200
  Bharat Dilip Hitesh 190 Jatin Ketan Kiran 180 Kunal Manish Mayank 170 Nikhil Nilesh Neeraj 160 Parag Piyush
  Rajan Rajendra 150 Sameer Samir Shailesh Siddharth 140 Sumit Tarun Umesh Varun Vinay Yogesh 130 Akash Aditya
  Arjun Karthik Gaurav 120 Imran Muhammad Mohammed Asif Faisal Salman Tariq 110 Usman Zeeshan Adnan Bilal Kamran
  Naveed Shahid Waqar Harpreet 100 Gurpreet Jaspreet Manpreet Balwinder Kuldeep
    `),
    EAST_ASIAN: readFrequencies(`
  1700 Wei 1400 Jun 1200 Ming 1100 Jian 1000 Hao 910 Lei 830 Tao 770 Bin 710 Feng 670 Yong 620 Peng 590 Gang 560
  Dong 530 Qiang 500 Chao 480 Liang 450 Cheng 430 Long 420 Hai 400 Minh 380 Tuan 370 Hung 360 Dung 340 Son 330
  Trung 320 Vinh 310 Duc 300 Hieu 290 Khoa Quang 280 Tri 270 Tam 260 Hoang Nam 250 Phong 240 Huy Bao 230 Thang
  Sung 220 Jae Joon 210 Dong-Hyun Sang 200 Seung Tae Hyun 190 Kwang Jong Jin-Woo 180 Min-Jun Kenji Hiroshi 170
  Takashi Satoshi Daisuke 160 Akira
    `),
    MIDDLE_EASTERN: readFrequencies(`
  1700 Mohamed 1400 Ahmed 1200 Ali 1100 Hassan 1000 Hussein 910 Omar 830 Khaled 770 Ibrahim 710 Youssef 670
  Mahmoud 620 Mustafa 590 Tarek 560 Karim 530 Nabil 500 Hani 480 Walid 450 Ziad 430 Rami 420 Fadi 400 Bassam 380
  Elias 370 Antoine 360 Ayman 340 Ashraf 330 Hisham 320 Amr 310 Sherif 300 Yasser 290 Adel Maher 280 Nader 270
  Marwan 260 Imad Ghassan 250 Jamal 240 Kamal Said 230 Salim Saleh 220 Tamer Wael 210 Hamid Reza 200 Mehdi Amir
  Mohsen 190 Hossein Farhad Behzad 180 Kaveh Babak Ramin 170 Saeed Majid Masoud 160 Navid Omid Payam Shahram 150
  Mehmet Emre Murat
    `),
  },
}
