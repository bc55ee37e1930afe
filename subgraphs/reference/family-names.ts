import { type NamesByTradition, readFrequencies } from './name-frequencies.js'

/**
 * The most frequent family names of the United States, by naming tradition, so that first and last names go together
 * as in life. A number stands before the names it applies to: hundreds of bearers, rounded to two digits.
 * Counts: US Census Bureau, "Frequently Occurring Surnames from the Census 2000" (public domain); names of the
 * Census are letters only, the spelling with accents, apostrophes and spaces and the grouping are ours.
 * For making synthetic data: no tradition is ever used to match a person.
 */
export const familyNames: NamesByTradition = {
  GENERAL: readFrequencies(`
  24000 Smith 19000 Johnson 15000 Williams 14000 Brown Jones 11000 Miller Davis 7800 Wilson 7600 Anderson 7200
  Taylor 7100 Thomas 7000 Moore 6700 Martin Jackson 6400 Thompson White 6100 Lee 5900 Harris 5500 Clark 5100 Lewis
  5000 Robinson Walker 4700 Hall Young 4600 Allen 4400 Wright King 4200 Scott 4100 Green Baker Adams Nelson Hill
  3700 Campbell Mitchell Roberts 3600 Carter 3500 Phillips 3400 Evans Turner 3200 Parker Collins Edwards 3100
  Stewart Morris 3000 Murphy 2900 Cook Rogers 2800 Morgan Peterson 2700 Cooper Reed Bailey 2600 Bell Kelly 2500
  Howard Ward Cox Richardson Wood 2400 Watson Brooks Bennett Gray 2300 James Hughes Price 2200 Myers Long Foster
  Sanders Ross Powell Sullivan Russell 2100 Jenkins Perry Butler Barnes Fisher Henderson Coleman 2000 Simmons
  Patterson Jordan Reynolds 1900 Hamilton Graham Alexander Wallace Griffin West Cole Hayes 1800 Gibson Bryant Ellis
  Stevens Murray Ford Marshall Owens McDonald Harrison 1700 Kennedy Wells Woods 1600 Olson Webb Washington Tucker
  Freeman Burns Henry Snyder Simpson Crawford Porter Mason Shaw 1500 Gordon Wagner Hunter Hicks Dixon Hunt Palmer
  Robertson Black Holmes Stone Meyer Boyd Mills Warren Fox Rose Rice Schmidt 1400 Ferguson Nichols Ryan Weaver
  Daniels Stephens Gardner Payne Kelley Dunn Pierce Arnold 1300 Spencer Peters Hawkins Grant Hansen Hoffman Hart
  Elliott Cunningham Knight Bradley Carroll Hudson Duncan Armstrong Berry Andrews Johnston Ray Lane Riley Carpenter
  Perkins Richards Willis 1200 Matthews Chapman Lawrence Watkins Wheeler Larson Carlson Harper George Greene Burke
  Morrison Jacobs O'Brien Lawson 1100 Franklin Lynch Bishop Carr Austin Gilbert Jensen Williamson Montgomery Harvey
  Oliver Howell Dean Hanson Weber Garrett Sims Burton Fuller McCoy Welch 1000 Schultz Walters Reid Fields Walsh
  Little Fowler Bowman Davidson May Day Schneider Newman Brewer Lucas Holland 990 Banks Curtis Pearson 960 Douglas
  Barrett 950 Hopkins 940 Keller Stanley Bates 930 Beck Wade 920 Barnett 910 Caldwell Lambert 900 Powers Chambers
  Craig 890 Leonard Lowe Rhodes Byrd Gregory 880 Shelton Frazier Becker Fleming 870 Sutton Cohen Jennings 860 Parks
  McDaniel Watts 850 Barker Norris Vaughn Holt Schwartz 840 Steele Benson Neal Horton 830 Terry Wolfe Hale 820 Lyons
  Graves Haynes Miles Warner Bush 810 Thornton McCarthy Mann Zimmerman Erickson Fletcher McKinney 800 Page Dawson
  Joseph Reeves Klein 790 Baldwin Moran 780 Love Robbins Higgins Ball 770 Griffith Bowen Sharp Cummings Ramsey Hardy
  Swanson Barber 760 Chandler 750 Blair Daniel Cross Simon Dennis O'Connor Quinn 740 Gross Moss Fitzgerald Doyle 730
  McLaughlin Rodgers Stevenson 720 Harmon Newton Paul Manning Garner McGee Reese Francis Burgess Adkins 710 Goodman
  Curry Brady Christensen Potter Walton 700 Goodwin Mullins Webster Fischer Sherman Todd 690 Blake Malone Wolf
  Hodges 680 Farmer Hines Gallagher Hubbard Cannon 670 Saunders Tate Mack Hammond Townsend Wise Ingram Barton 660
  Schroeder Hampton Rowe Parsons Frank Waters Strickland Osborne Maxwell 650 Norman Harrington Casey Patton Logan
  640 Bowers Mueller Glover Floyd Hartman Buchanan Cobb 630 French Kramer McCormick Clarke Tyler Gibbs 620 Moody
  Conner Sparks McGuire Bauer Norton Pope Flynn Hogan 610 Yates Lindsey Lloyd Marsh McBride 600 Owen Lang Pratt
  Brock Ballard 590 Shaffer Drake Morton Stokes Lamb 580 Patrick Cochran Shepherd Cain Burnett Hess 570 Olsen Briggs
  Roth Meyers 560 Weiss Hoover Wilkins Nicholson Underwood Short Carson Morrow 550 Holloway Summers Bryan Petersen
  McKenzie Wilcox Carey Clayton Poole Greer 540 Decker Collier Wall Whitaker Bass Flowers Davenport Conley Houston
  Huff Copeland Hood 530 Monroe Massey Roberson Combs Larsen Pittman 520 Randall Skinner Wilkinson Kirby Cameron
  Bridges Anthony Richard Kirk Bruce Singleton Mathis Bradford Boone Abbott Charles Allison Sweeney 510 Atkinson
  Horn Jefferson York Christian Phelps Farrell Nash Dickerson Bond Wyatt Foley Chase Gates Vincent Mathews Hodge 500
  Garrison Heath Dalton Callahan Hensley Atkins Huffman Roy Boyer Shields 490 Hancock Grimes Glenn Cline Dillon
  Parrish O'Neill Melton Booth Kane 480 Berg Harrell Pitts Savage Wiggins Brennan Marks Russo Sawyer Baxter Golden
  Hutchinson Walter McDowell Wiley 470 Rich Humphrey Johns Koch Hobbs Beard Gilmore Keith Ware Stephenson Henson
  Wilkerson Dyer McClure 460 Blackwell Tanner Eaton Clay Barron Beasley O'Neal Preston Small MacDonald Vance Snow
  McClain 450 Stafford Barry English Shannon Kline Jacobson Woodard Kemp Mosley Prince Merritt Hurst 440 Roach Nolan
  Yoder McCullough Lester Winters Leach Orr Berger McKee 430 Strong Conway Stein Whitehead Bullock Knox Meadows
  Solomon O'Donnell Kerr Stout Blankenship Browning Kent Bartlett 420 Pruitt Buck Barr Gaines Durham Gentry McIntyre
  Sloan Herman Sexton Moon Hendricks Stark Lowery Hardin Hull Sellers 410 Ellison Calhoun Gillespie Knapp McCall
  Morse Dorsey Weeks Nielsen Livingston LeBlanc McLean Bradshaw Glass Middleton Buckley Schaefer Frost Howe 400
  House McIntosh Pennington Reilly Hebert McFarland Hickman Noble Spears Conrad Frederick Randolph Fitzpatrick 390
  Mahoney Peck Michael Donovan McConnell Walls Boyle Mayer Giles Pace Hurley Mays McMillan Crosby Ayers Case Bentley
  Shepard Everett Pugh David McMahon Dunlap 380 Bender Hahn Harding Raymond Blackburn Duffy Landry Dougherty Potts
  Valentine Gould Vaughan Fry 370 Rush Avery Herring Dodson Clements Sampson Bean Lynn Crane Farley Benton Ashley
  McKay Finley Best Blevins Friedman Moses Blanchard Huber Frye Krueger Bernard 360 Mullen Benjamin Haley Moyer
  Horne Woodward Nixon Hayden Rivers Estes McCarty Richmond Stuart Maynard Brandt O'Connell Hanna Sanford Sheppard
  Church Burch 350 Levy Rasmussen Coffey Faulkner Donaldson Schmitt Novak Costa Booker Waller Maddox Stanton Compton
  Kaufman Dudley McPherson Dickson McCann Proctor Hester Cantrell Daugherty Cherry Bray 340 Rowland Levine Madden
  Spence Good Irwin Werner Krause Petty Whitney Baird Hooper Pollard Jarvis Holden Haas Hendrix McGrath Bird Terrell
  Riggs Joyce Mercer Rollins Galloway Duke Odom Andersen 330 Downs Hatfield Archer Travis McNeil Hinton Hays Mayo
  Fritz Branch Mooney Ewing Ritter Frey Braun Gay Riddle Haney Kaiser 320 Holder Chaney McKnight Gamble Cooley
  Carney Cowan Forbes Ferrell Davies Shea Osborn Bright Bolton Lutz Kidd Key Cooke Goff Dotson Bonner Cotton Merrill
  Lindsay Lancaster McGowan Slater Carver Guthrie Holman Fulton 310 Snider Sears Witt Newell Byers Lehman Gorman
  Costello Donahue Delaney Albert Workman Springer Justice Kinney Odell Lake Donnelly Law Dailey Shoemaker Barlow
  Marino Winter Craft Katz Pickett 300 Daly Maloney Goldstein Crowley Vogel Kuhn Pearce Hartley Cleveland McFadden
  Britt Wooten Dillard Childers Alford Dodd Emerson Wilder Lange Goldberg Beach Helms Mackey Finch Cramer Minor
  Flanagan Franks Kendall McCabe 290 Hendrickson Moser McDermott Camp McLeod Kaplan Tracy Bacon Crowe Richter Welsh
  Holley Ratliff Mayfield Talley Haines Dale Gibbons Hickey Byrne Kirkland Farris Tillman Sweet Kessler England
  Hewitt Connolly Pate Elder Bruno Holcomb Hyde McAllister Cash 280 Christopher Whitfield Meeks Hatcher Fink
  Sutherland Noel Ritchie Joyner Starr Morin Connor Hilton Alston Gilliam Wynn Wills O'Neil Britton Rankin Belcher
  Guy Chamberlain Tyson Puckett Downing Sharpe Boggs Pierson Godfrey Mobley John Kern Dye Hollis Rutherford 270
  Tuttle Romano Arthur Knowles Lyon Shirley Childs Dolan Head Hastings Kenney Foreman Denton Pryor Sargent Doherty
  Hopper Womack Lockhart Dwyer Muller Grace Sorensen Courtney Rodrigues Nicholas McGinnis Langley Madison Locke 260
  Jamison Gustafson Sykes Dempsey Hamm McGill Simms Kendrick Boyce Downey McKenna Webber Kirkpatrick Dickinson Couch
  Burks Sheehan Slaughter Pike Whitley Magee Sinclair Cassidy Rutledge Burris Bowling Crabtree McNamara Herron
  Broussard Abraham Garland Corbett Corbin Stinson Burt Hutchins Woodruff Brandon Singer Hatch Rossi 250 Shafer Ott
  Goss Gregg Dewitt Polk Worley Covington Heller Emery Swartz McCray Elmore Rosenberg Simons Clemons Beatty Harden
  Herbert Bland Rucker Manley Ziegler Grady Lott Rouse Gleason McClellan Abrams Albright Meier Dunbar Ackerman
  Padgett Mayes Tipton Coffman Shapiro Roe Weston Plummer Helton Stern Fraser Stover Fish Schumacher Curran Vinson
  Clifton Ervin Eldridge Lowry 240 Childress Gore Seymour Field Akers Bingham Sterling Greenwood Leslie Groves
  Manuel Swain Edmonds Thomson Crouch Walden Smart Tomlinson Quick Goldman McElroy Yarbrough Funk Lund Elkins Stroud
  Meredith Battle McCauley Bloom Gee Givens Schafer Robison Gunter Griggs Teague Swift Bowden Schulz Blanton Buckner
  Whalen Pritchard Pierre Butts Metcalf 230 Kurtz Sanderson Tompkins Inman Crowder Dickey Hutchison Conklin Hoskins
  Holbrook Horner Neely Tatum Hollingsworth Draper Clement Lord Reece Feldman Kay Hagen Crews Bowles Post Jewell
  Daley McKinley Masters Driscoll Burrell Crow Devine Larkin Chappell Pollock Kimball Schmitz Rubin Self Pereira
  Phipps McManus Nance Steiner Poe Crockett Jeffries Amos Nix Newsome Dooley Payton Rosen Swenson Connelly Tolbert
  Esposito Coker Biggs Hinkle Thurman Drew Ivey Bullard Neff Maher 220 Stratton Egan Dubois Blue Rainey Yeager
  Ferreira Sprague Lacy Heard Connell Stahl Aldridge Forrest Erwin Gunn Swan Butcher Godwin Hand Gabriel Otto Whaley
  Ludwig Clifford Grove Beaver Silver Hammer Dick Boswell Mead Colvin O'Leary Milligan Goins Ames Dodge Geiger
  Winkler Dunham Temple Babcock Billings Grimm Lilly Wesley McGhee Painter Siegel Bower Purcell Block Norwood
  Sheridan Cartwright Coates Davison Regan Ramey Koenig Kraft Bunch Engel Winn Steward Link Vickers Bragg Piper 210
  Huggins Michel Healy Jacob McDonough Wolff Colbert Dugan Kilgore Meade Goode Arrington Gary Snell Willard Gallo
  Hankins Browne Peacock O'Hara Cornell Sherwood Thorpe Stiles Sadler Latham Redmond Greenberg Cote Waddell Dukes
  Diamond Sheets Irvin Hurt Ferris Sewell Carlton Blackmon Hadley Hoyt McGraw Land Tidwell Lovell Miner Doss Dahl
  Stanford Kauffman Gagnon Winston Gomes Thacker 200 Ash Jarrett Hager Samuels Metzger Raines Spivey Maurer Voss
  Henley Caruso Coulter North Finn Cahill Lanier Souza McWilliams Deal Schaffer Urban Houser Cummins Crocker Bassett
  Kruse Bolden Metz Root McMullen Crump Hagan Guidry Brantley Kearney Beal Toth Jorgensen Timmons Milton Tripp Hurd
  Sapp Whitman Messer Major Westbrook Castle Carlisle Cullen Wilhelm Bergeron Burger Posey Barnhart Hackett Eubanks
  Sizemore Hilliard Hargrove Boucher Thomason Melvin Roper Barnard Pedersen Washburn 190 Holliday Rudolph Coyle
  Goodrich Elias Lockwood Cabral Duvall Cornelius McCollum Street McNeal Connors Angel Paulson Hinson Keenan Sheldon
  Farr Eddy Samuel Ledbetter Ring Betts Fontenot Gifford Hannah Hanley Person Fountain Levin Stubbs Hightower
  Murdock Koehler Engle Smiley Carmichael Sheffield Langston McCracken Yost Trotter Story Starks Blount Cody Rushing
  Benoit Herndon Jacobsen Wiseman Layton Epps Shipley Reeder Brand Roland Fitch Napier Cronin McQueen Trent
  Christiansen Pettit Spangler Langford Penn Paige Weir Dietz Prater Brewster Louis Diehl Pack Spaulding Ernst Nowak
  Rock 180 Mansfield Ogden Stacy Rizzo Sylvester Gillis Sands Machado Lovett Hyatt Landis Platt Hedrick Pritchett
  Gaston Dobson Caudill Tackett Bateman Landers Gipson McNeill Ledford Mims Abel Gold Smallwood Thorne McHugh
  Dickens Tobin Kowalski Medeiros Cope Kraus Overton Staley Woody Hathaway Laird Dobbs Capps Putnam Lay Francisco
  Adair Bernstein Hutton Burkett Rhoades Richey Bledsoe McCain Beyer Cates Roche Spicer Queen Doty Darling Darby
  Sumner Kincaid Hay Grossman Lacey Wilkes Humphries Darnell Keys Kyle Lackey Vogt Locklear Kiser Presley Bryson
  Bergman Peoples Fair McClendon Corley Christie Delong Skaggs Dill Shearer Judd Stapleton Flaherty 170 Pinto
  Haywood Youngblood Toney Ricks Crum Triplett Waite Hoff Crenshaw Cagle Denny Marcus Berman Munson Bauman Corcoran
  Keen Zimmer Friend Varner Pelletier Vernon Blum Albrecht Culver Schuster McCord Shultz McRae Moreland Calvert
  William Whittington Eckert Keene Mohr Hanks Kimble Cavanaugh Crowell Russ Crain Busch McCormack Drummond O'Malley
  Aldrich Luke Greco Mott Oakes Mallory McLain Burrows Allred Eason Finney Weller Waldron Champion Jeffers Coon
  Rosenthal Huddleston Hirsch Akins Sneed Benedict Bain O'Keefe Stallings Paris Kenny Quigley Fagan Dutton Atwood
  Pappas Bagley McGovern Lunsford Moseley Read Oakley Ashby Granger Shaver Hope Coe Burroughs Helm Ambrose Neumann
  Michaels Prescott Light Dumas Flood Stringer Currie Comer Whitlock Hawley Ulrich Staples Boykin Knutson Hobson
  Cormier Doran 160 Thayer Woodson Whitt Hooker Kohler Addison Van_Dyke Schrader Haskins Whittaker Madsen Gauthier
  Burnette Keating Purvis Huston Hamlin Gerber Hooks Schwab Honeycutt Schulte Isaac Conroy Adler Eastman Cottrell
  O'Rourke Hawk Goldsmith Crandall Rader Shook Abernathy Baer Grayson Bartley Henning Parr Duff Brunson Baum Ennis
  Laughlin Foote Adamson Begay Stovall Lincoln Malloy Rider Giordano Jansen Lopes Arnett Pendleton Gage Keyes
  Hoffmann Hawthorne Schilling Perdue Schreiber Naylor DeLuca Marcum Altman Mark Chadwick Easley Ladd Woodall
  Maguire Bellamy Ham Sorenson Mattson Brenner Means Faust Calloway McNally Dietrich Ransom Hare Felton Whiting
  Burkhart Clinton Schwarz Cleary Wetzel Reagan St._John Hauser Dupree Brannon Lyles Prather Willoughby Nugent
  Pickens Joiner Mosher Stoner Dowling Trimble Cheek Scruggs Coy Tilley Barney Saylor Nagy Horvath 150 Corey Ruth
  Sauer Baron Rowell Grubbs Hillman Schaeffer Sams Hogue Hutson Busby Nickerson Bruner Parham Anders Lombardo
  Iverson Kinsey Earl Borden Jean Titus Beavers Cornett Kellogg Burnham McNair Silverman Jernigan Barrow Coats
  London Redding Ruffin Boudreaux Goodson Dowell Fenton Mock Dozier Bynum Gale Jolly Beckman Goddard Craven Whitmore
  Leary McCloud Kerns Brunner Hough Cutler Pyle Monahan Tabor Burk Leone Stauffer Hayward Driver Ruff Talbot Seals
  Boston Fay Purdy McGregor Gentile Mahan Brower Thurston Shipman Aaron Call Weiner Wilburn Hairston Coley Hummel
  Watt Lentz Power Wagoner Burr Tinsley Beebe Wray Nunn German Rowley Grubb Royal Bartholomew Schuler Flint Hearn
  Unger Mattingly Boles Barger Julian Dow Dobbins Vann Chester Strange Lemon Kahn McKinnon Gannon Waggoner Conn Meek
  Skelton Lorenz 140 Starkey Kitchen Reaves Demarco Farrar Stearns Michaud Higginbotham Fernandes Isaacs Marion
  Guillory Priest Meehan Oliveira Oswald Loomis Lind St._Clair Hinds Reardon Alley Barth Crook Bliss Nagel Parish
  Harman Douglass Kearns Newcomb Mulligan Coughlin Way Fournier Lawler Kaminski Barbour Sousa Stump Ireland Rudd
  Carnes Lundy Dennison Baumann Burdick Dove Stoddard Dent Roark Bowser McMahan Parnell Mayberry Wakefield Arndt
  Ogle Worthington Durbin Pederson Weldon Vick Knott Ryder Irving Clemens Shelley Salter Jack Cloud Dasilva Muhammad
  Squires Rapp Dawkins Chatman Maier Yazzie Gruber Staton Blackman McDonnell Dykes Laws Whitten Pfeiffer Early
  Kelsey Baughman Dias Starnes Kilpatrick Lombardi Deaton Satterfield Wiles Weinstein Rowan Hamby Estep Daigle Elam
  Creech Chavis Heck Echols Foss Trahan Strauss Van_Horn Winslow Rea Fairchild Heaton Minton Hitchcock Linton Handy
  Crouse Coles Foy Upton Herrington McClelland Rector Luther Kruger Chance Gunderson Tharp Griffiths Graf Branham
  Humphreys Renner Lima Rooney Almeida Gavin Coburn 130 Ouellette Goetz Seay Parrott Harms Robb Storey Loyd Donohue
  Carrier Diggs Chastain Sherrill Whipple Braswell Weathers Linder Bock Lovelace Ferrara Callaway Salmon Templeton
  Christy Harp Dowd Forrester Lawton Epstein Gant Tierney Seaman Dowdy Morrissey Eller Breen Newberry Beam Yancey
  Jarrell Ellsworth Lofton Thibodeaux Pool Rinehart Marlow Hacker Will MacKenzie Hook Gilliland Emmons Pickering
  Medley Andrew Willey Shell Randle Brinkley Pruett Tobias Edmondson Grier Askew Moeller Augustine Troyer Layne
  McNulty Shank Herrmann Hemphill Bearden Spear Keener Culp Braden Briscoe Bales Garvin Stockton Suggs McCartney
  Rhoads Singletary Cheney Westfall D'Amico Snodgrass Devries Looney Hein Lyle Lockett Jacques Barkley Wahl Myrick
  Bolin Holm Slack Martino Scherer Bachman Ely Nesbitt Bouchard Mast Jameson Hills Pease Vitale Schell Lipscomb
  Bourgeois Bonds Markham Ivy Wisniewski Oldham Fallon Wendt Joy Stamper Babb Steinberg Asher Fuchs Blank Willett
  Croft Lytle Lance Lassiter Condon Barfield Darden Guinn Noonan Burleson Belanger Main Traylor Messina Zeigler
  Danielson Millard Kenyon Radford Graff Beaty Baggett Crisp Salisbury Trout Parson Gann Garber Adcock Scales
  Thrasher Card Van Mabry 120 Redd Stock Willingham Redman Gaffney Herr Devlin Pringle Schubert Casper Houck Rees
  Wing Ebert Jeter Gillette Shockley Amato Girard Leggett Cheatham Epperson Dubose Seitz East Schofield Steen
  Orlando Myles Caron Grey Denney Burden Jaeger Reich Witherspoon Frantz Hammonds Leavitt Gilchrist Adam Barone
  Forman Ragsdale Sisk Tubbs Pressley Bollinger Linn Huntley Dewey Geary Ragland Mixon Baugh McArthur Nobles
  Clevenger Foust Lusk Cooney Robert Longo Overstreet Oglesby Mace Churchill Matson Hamrick Rockwell Trammell
  Wheatley Carrington Ferraro Ralston Clancy Carl Hopson Breaux McCurdy Chisholm Matlock Aiken Cary Lemons Herrick
  Crawley Cotter Parris Felder Pence Gilman Killian Duggan Easter Scarborough Swann Ricketts France Nadeau Still
  Cornwell Slade Mize Christianson Greenfield McAfee Landrum Lankford Lewandowski Rust Bundy Waterman Milner McCrary
  Hite Curley Donald Duckworth Cecil Speer Birch Denson Beckwith Stack Durant Dorman Lantz Christman Spann Masterson
  Hostetler Kolb Brink Scanlon Nye Beverly Wylie Spurlock Shelby Sommer Reinhardt Ashton Bertrand Cyr Edgar Doe
  Harkins Brubaker Stoll D'Angelo Moulton Hannon Falk Rains Broughton Applegate Hudgins Slone Farnsworth Reedy Milam
  Franz Ponder Ricci Fontaine New Selby Doughty Moffett Fine Smalley Carlin Dyson 110 Galvin Benner Low Turpin Lyman
  Billingsley McAdams Cardwell Fraley Patten Holton Shanks McAlister Canfield Sample Harley Cason Tomlin Coyne Forte
  Riggins Littlejohn Forsythe Brinson Halverson Bach Stuckey Talbert Wenzel Champagne McHenry Vest Shackelford
  Boland Sisson Bigelow Hyman Wharton Brumfield Oates Beckett Morrell Reis Alves Larue Streeter Grogan Blakely
  Brothers Hatton Kimbrough Lauer Wallis Jett Pepper Hildebrand Rawls Mello Neville Bull Steffen Braxton Cowart
  Simpkins McNeely Blalock Spain Shipp Lindquist Butterfield O'Reilly Perrin Qualls Edge Havens Switzer Troutman
  Fortner Tolliver Monk Poindexter Rupp Ferry Muse Gresham Beauchamp Barclay Schmid Brice Faulk Watters Harwood
  Grissom Harlow Whelan Burdette Palumbo Paulsen Corrigan Garvey Levesque Dockery Gooch Mullin Ridley Stanfield Dial
  Nunes Newby Baumgartner Wyman Causey Gossett Ness Waugh Choate Carman Daily Devore Irby Breeden Whatley Ellington
  Lamar Fultz Bair Zielinski Colby Houghton Grigsby Fortune Paxton McMillian Hammons Bronson Keck Wellman Ayres
  Whiteside Menard Roush Warden Strand Haggerty Fabian Krebs Bowie Branson Lenz Keeler Newsom Ezell Jeffrey Pulliam
  Clary Byrnes Kopp Beers Smalls Gardiner
  `),
  HISPANIC: readFrequencies(`
  8600 García 8000 Rodríguez 7800 Martínez 7100 Hernández 6200 López 6000 González 4900 Pérez 4400 Sánchez 3900
  Ramírez 3300 Torres 3100 Flores 3000 Rivera 2600 Gómez 2500 Díaz 2300 Reyes Cruz 2200 Morales 2100 Ortiz Gutiérrez
  1900 Gonzales Ramos Chávez 1800 Ruiz 1700 Álvarez Mendoza Castillo 1600 Vásquez Jiménez 1500 Romero Moreno 1400
  Herrera Medina Fernández 1300 Castro Aguilar Silva 1200 Garza Vargas Guzmán Muñoz 1100 Salazar Méndez Soto 990
  Santos Delgado Valdez 980 Peña 970 Ríos 960 Sandoval 940 Guerrero Alvarado 930 Ortega Estrada Contreras 910
  Santiago 900 Núñez 880 Maldonado Vega 850 Vázquez 840 Domínguez 820 Padilla 800 Márquez 790 Espinoza 770 Cortez
  760 Acosta Luna 740 Navarro 730 Rojas Figueroa 700 Molina Campos Ávila 690 Juárez 680 Durán Miranda 670 Carrillo
  Mejia Ayala 660 De_León 620 León Robles Salinas 600 Solís Lara Trujillo 590 Roman Aguirre Pacheco 580 Cervantes
  570 Ochoa Cabrera Velásquez Montoya Cárdenas 560 Fuentes Colón 550 Serrano Calderon Gallegos Rivas Guerra 530
  Franco 510 Rosales Castañeda 500 Treviño Villarreal Valencia 490 De_la_Cruz Camacho 480 Salas 470 Suárez Ibarra
  Macías Andrade 460 Mercado Zamora 450 Orozco Villanueva 440 Santana Valenzuela Barrera 430 Escobar Velez Lozano
  420 Melendez Rocha Rangel 410 Mora 400 Arias Galván Velázquez Cantu 390 Villa Zúñiga Pineda 380 Acevedo Bautista
  Arroyo Meza 370 Tapia Cisneros Sosa Rosario Rubio 350 Ponce Montes Córdova Arellano Mata Bonilla Beltrán Villegas
  Dávila 340 Zavala Lucero 330 Benítez Huerta Esparza 320 Barajas Cuevas Murillo Duarte De_Jesús Marin Felix Salgado
  310 Rosas Guevara Espinosa 300 Palacios Cortés Quintero Enriquez Quintana Corona 290 Bernal Medrano Lugo Correa
  Blanco 280 Rosa Leal De_la_Rosa Jaramillo Nieves Bravo Magaña 270 Trejo Quiñones Reyna Sáenz Cano Villalobos
  Ventura Galindo Parra 260 Nava Rodriquez Esquivel Vigil Sierra Ávalos 250 Saldana Peralta Baca Vera 240 Becerra
  Carrasco Muniz Alfaro Portillo Zapata Cardona Tovar 230 Cordero Velasco Valle Barrios Segura Báez 220 Gallardo
  Saucedo Hurtado Amaya Rosado Escobedo Arredondo Aguilera 210 Zepeda Guillen Hinojosa Renteria Chacon Montano
  Castellanos Madrid Alonso Aragon Pagan De_la_Torre Vela Coronado 200 Caballero Romo Ybarra Burgos Serna Varela
  Madrigal Fonseca Quiroz 190 Bermúdez Gil Pina Carranza Lujan Nieto Leyva Rico Paredes Benavides Aviles Olvera 180
  Aquino Bustamante Carmona Uribe Quezada Montalvo Osorio Yanez Paz Prado 170 Casillas Granados Soriano Anaya
  Canales Ocampo Ornelas Cuellar Feliciano Otero Solano Olivares Hidalgo Matos Gamez Marrero Lemus 160 Aleman
  Pimentel Alonzo Reynoso Olivas Valadez Barragan Navarrete Amador Arevalo Betancourt Quintanilla Ojeda Sepulveda
  Valdes 150 Rendón Tellez Sotelo Escamilla Gamboa Negron Ledesma Carbajal Orellana Patiño Torrez Oliva Arreola Arce
  Longoria Prieto Brito Valentin Aranda Venegas Casas Cavazos Toledo 140 Vallejo Palma Galvez Mena Banuelos Alaniz
  Godinez Pulido Escalante Zarate Polanco Vidal Crespo De_los_Santos Salcedo Moya 130 Barbosa Barraza Chapa Saavedra
  Corral Zaragoza Cerda Arteaga Batista Saldivar Chavarria Holguin Abreu Ferrer Nevarez Alcala Aponte Marroquin
  Mireles Bueno Alarcon Linares Arriaga Heredia Barrientos Araujo Lorenzo Covarrubias Acuña 120 Montanez Zambrano
  Cornejo Bustos Frias Ontiveros Najera Ceja Elizondo Carlos Tamayo Mondragon Mares Anguiano Montero Archuleta
  Farías Naranjo Bello Rincón Fierro Adame Carrera Robledo Perales Irizarry Puente Cazares Balderas 110 Valdivia
  Falcon Ordóñez Collazo Mesa Negrete Briones Guajardo Delgadillo Noriega Ceballos Espino Banda Benavidez
  `),
  SOUTH_ASIAN: readFrequencies(`
  1500 Patel 600 Singh 470 Khan 380 Shah 280 Gill 220 Kaur 150 Sharma Kumar 130 Desai 110 Ahmad Hussain Rahman 100
  Gupta Malik 99 Reddy 97 Mehta 93 Mathew 84 Rao 76 Amin 67 Butt 62 Prasad 61 Hasan 60 Grover Jain Islam 58
  Chowdhury 55 Joshi 54 Begum 53 Syed 51 Parikh 50 Dave Rana Siddiqui 45 Qureshi Varghese 43 Das Sandhu 42 Gandhi 37
  Nair Sheikh Chaudhry 36 Bhatt 35 Iqbal 33 Ansari 32 Mirza 31 Dhillon 29 Bhatia Verma Sheth 28 Bose Sidhu 27 Grewal
  26 Arora Merchant 25 Agarwal Agrawal Akhtar Baig Banerjee Bansal Bhagat Bhat Bhattacharya Bhullar Brar Chandra
  Chatterjee Chaudhary Chauhan Cherian Chokshi Chopra Contractor Deshpande Doshi Dubey Dutta Farooqi Garg Ghosh Goel
  Goyal Hashmi Hegde Iyengar Iyer Jafri Kamath Kapoor Khanna Kothari Krishnan Kulkarni Kurian Lakhani Malhotra
  Mathur Menon Mishra Mistry Mittal Modi Mukherjee Murthy Naidu Naik Narayanan Nayak Pai Panchal Pandey Parekh
  Pathak Patil Pawar Pillai Rajan Raju Raman Rangan Rathore Raza Rizvi Sanghvi Saxena Sen Sethi Shetty Shukla
  Singhal Sinha Solanki Soni Srinivasan Srivastava Subramanian Swamy Thakkar Tiwari Trivedi Venkatesh Vyas Zaidi
  Zaveri
  `),
  EAST_ASIAN: readFrequencies(`
  3100 Nguyen 1900 Kim 1400 Tran 1100 Chen 990 Wong 820 Park 770 Le 730 Yang 700 Chang 680 Wang 660 Chan 600 Pham
  580 Li 490 Lin 480 Liu 460 Wu 450 Huang 440 Lam 400 Ho Huynh 360 Chung Choi Yu 330 Zhang 320 Vang 280 Truong Ng
  270 Lim Phan 260 Xiong Cheng Vu Chin Lau 250 Tang Cho Vo 240 Chu Hong Ngo Kang 230 Ly Lu 220 Dang Tan 210 Hoang
  Bui 200 Han 190 Yee Ma 180 Duong Leung 170 Jung Song Fong 160 Cheung Doan Shin Chow 150 Lai Thao Yi Sun Hsu Lo 140
  Liang Hwang 130 Oh Chau Ha Chong 120 Xu Tam Hu Mai Luu Dinh Woo Zhou Yoon Trinh 110 Chiu Luong Chun Cao Kong Tong
  Zheng Zhu 100 Ko Zhao Eng 99 Pak Yoo 98 Moua 96 Tom 94 Kwon 93 Tsai 88 Shen 86 Chao Jiang 85 Vue Moy Su 84 Thai 82
  Dao 81 Pan Ahn Lum Louie Lor 80 Yan Leong 79 Domingo Kwan Tanaka Chou 78 Nakamura 77 Cha Yamamoto 76 Quach Ong 75
  Fung De_Guzman 73 Dong Lew Chiang 71 Vuong 70 Yuen 69 Yun Choe Ching Sato 68 Tu Fang 66 Pang Kuo 65 Yeung Peng 63
  Watanabe 62 Au Hung Yeh 61 Del_Rosario Guo 60 Saechao Wei 59 Tsang 58 Ta Feng Jang Liao 57 Chi Fan 56 Fu Lui 55
  Yip Hsieh Quan 54 Sung Tse Yim Hang Gao Yuan Suh Phung 53 Kao Hui Hua 52 Suzuki Jin 51 Choy 50 Kwong Min Hom Luo
  Gong 49 Sim Takahashi La Shi 48 Diep
  `),
  MIDDLE_EASTERN: readFrequencies(`
  360 Ali 270 Ahmed 120 Mohamed Hassan 93 Haddad 86 Ibrahim 64 Salem 60 Osman 59 Abdullah 58 Saleh 48 Mansour Khoury
  47 Aziz 46 Khalil 43 Rashid 42 Saad Omar 40 Mustafa 39 Farah Karim 38 Awad 35 Said 34 Habib 32 Toma Hussein 29
  Azar Shaheen 26 Issa 25 Nassar Hakim Sharif 23 Nader Jaber Hamid Youssef 22 Soliman 21 Mahmoud 19 Rahim 17 Barakat
  Mizrahi 16 Hamdan 15 Ahmadi Bazzi Al-Hassan Al-Rashid Amini Arslan Asfour Aslan Atallah Aydin Azimi Bishara Bitar
  Boulos Celik Chahine Dabbagh Daoud Demir Dogan Ebrahimi El-Khoury El-Masri El-Sayed Emami Fadel Fahmy Fakhoury
  Farahani Fares Fazeli Ghaffari Ghanem Gharib Ghorbani Halabi Hijazi Hosseini Jabbour Jafari Javadi Kabbani Kanaan
  Karimi Kassem Kaya Kazemi Khalaf Khatib Khosravi Mahdavi Makki Malouf Masri Massoud Mohammadi Moradi Mousavi
  Moussa Najjar Naser Nasr Nazari Othman Ozturk Qasim Rahimi Rezaei Rizk Rostami Sabbagh Sadeghi Sahin Salah Salehi
  Samaha Sayed Shalabi Shirazi Sleiman Tawfik Tehrani Yazdani Yilmaz Zadeh Zaher Zaki
  `),
}
