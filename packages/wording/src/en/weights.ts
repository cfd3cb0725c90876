/** Written by bench/weigh.ts from the marked texts. What a line says is told at `weightsOf`. */
export const weights = `-368 -340 -340 -347 -367 -342 -315 -304 -385 -300 -325 -325 -339 -324 -228 -265 -348 -369 -345 144
! $	NO
#	C2d2KM2
# .	A
# a	d
'd	B2CD3E2fgI2jk3mPq2S2
'd been	g
'd had	k2
'd have	g
'd like	Kr
'd rather	q
's	A2BCd2FGJ2KLmO2P2Q
, $	A4BCD2E3fG2H3IJK4L3M3P3R2S2
, @	Dlo2P
, after	q
, always	p
, and	AbcGHj2KNS
, because	cNo
, before	h
, do	R
, from	l
, he	dk
, here	dor2S
, how	l
, i	bCDe2jkMO2PS
, it	hjMoP
, my	l
, no	k
, not	KLs
, nothing	h
, on	a
, only	H
, please	l
, she	g
, since	h
, so	ghl3m
, starting	d
, the	H2o
, then	ir
, what	g
, with	d
, yes	r
, you	dfgk2lMno2PQ2s
, your	co2q
. $	A2BCD2EFGIjM2opRS
; i	d
<act	A2B2dEFJK2lp
<act ?	DJNQ
<act i	CdjK
<act it	jpq
<act not	B3cGnRs2
<act you	BgH2nP
<act.ing	a2B2CDFIJK2NO
<act.ing ?	L
<act.ing i	a2BCeFKMp
<act.ing it	D2GKL
<act.ing not	EgL2r2
<act.ing you	FGh
<amount	a
<amount i	a
<apology	AbCD3EG2H3i3K5NoP3Q4R3S3
<apology ?	l2m
<apology i	AD2E3Hi2jK4oP2Q2R2S
<apology it	i3l
<apology not	go
<apology you	EF2G2i3lMQ2
<bare	B4fgL3M2Q3R2S2
<bare i	B3cdfIPQ
<bare not	d
<bare you	cgQ
<checkable	aB2deFHIKLMN3Q2rS
<checkable ?	mRs
<checkable i	aBd2GLMNO3
<checkable it	adehJOPr
<checkable not	cf2gOp2R2s
<checkable you	bcFGK2NrS
<clock	E
<clock i	dEr
<clock you	r
<dear	aDJlPS
<dear i	aDeo
<dear you	el
<deep	Ac2D2E2GLMPR
<deep i	DEkM2ORs
<deep it	Cfk2
<deep not	Fq
<deep you	bc3DHLoR
<feel	AB2cEGHikL2NO2P
<feel i	AB2Ei2k
<feel not	k
<feel you	AcGi2LNO
<harm	Gi3JkL2
<harm i	i2kLQ3
<harm it	Ak
<harm not	k2
<harm you	kL
<insult	AE2G3h2IJ2N2o3Q4S3
<insult i	Mp
<insult it	FGP
<insult not	C
<insult you	FGHN2o3pQ2
<mend	cd2eFH4j2K2L2M2NPR
<mend i	d2FJ3K2MP2R
<mend it	gHL2qR
<mend not	cg
<mend you	BcJK3M2R
<month	a2BD2G3JK2Lm2S
<month i	a2D2K
<month it	CDm
<month you	a2D2
<neg	BCDhI2JLM2Op2RS
<neg ?	g2Hlm2R
<neg i	C2E2gh2jkL2prS
<neg it	Cfh2MN2R
<neg not	E2
<neg you	Dfg2H2ILMn2oqs
<number	aB3cE4I2J4mNO2P4Q2S
<number i	B2CdE2F2GJKL2PS2
<number it	acKL2m
<number not	hl
<number you	aG
<otherPerson	a2DegM
<otherPerson i	a2De
<past_when	aB2cE2fG2hIJ2KmNO2P3R2s
<past_when ?	M
<past_when i	BEH2JmP
<past_when it	fG2
<past_when not	ck2r
<past_when you	cHK2MR2
<place	a2BE4LMN2
<place ?	m
<place i	aDEgKlpS
<place it	hJKls
<place not	jq
<place you	cGMNq
<quality	Abe3GHM2NoS
<quality i	bDe3io
<quality it	gj
<quality not	bEoQ
<quality you	bK2NQR
<role	abDH2JkoP2QS
<role i	abPR2
<role it	k
<role not	b2fgn
<role you	bEGKR
<secret	a2B2D2EKNOpRS
<secret i	a2BCDKlp2R
<secret it	gh
<secret not	hQ
<secret you	GklO
<weak.past	aBDEfgKN2OQ2S
<weak.past ?	fmrS
<weak.past i	a2CDqR
<weak.past it	EF2GHPq
<weak.past not	jQ2
<weak.past you	aDH2NP2Q
<weekday	B2Cd3E3F2G2H2JK2LNO3P3RS
<weekday ?	M
<weekday i	Bd2E2FGK2R2
<weekday it	A
<weekday you	E
<when	B2d3GJ2M4NO2P3Q3s
<when ?	Mr
<when i	ABdMP2QR
<when it	CdG
<when not	P
<when you	dLs
<wrong.ing	hK
<wrong.ing i	FK
<wrong.ing you	h
<wrong.past	a3DEGIJK2MPQR
<wrong.past i	a3DGJKMQ
<wrong.past it	ah
<wrong.past not	Ah
=answers	A4B4C3D4E5F4G5H6I2J6K5L5M6N3p2q2r5s7
=asks	A2C2D3E3gH2IJK2m2P2Q4R2s
=contrast	BCdE2f5g2IJ3P2Qr
=either	A4B4C4D6E5F4G6H6I3J5K5L6M6op2Q6S4
=harmer	hIjN6O5P3R2
=hurt	A4B4C5D4E3F5G5H4I2J3K5L5M4no3pQR3S2
=i alone	CG2I2kL2N3OQR
=long 0	AB5CE3FG2HIJK3L2M3Nop2Q3
=long 1	A2C6D2EF2GHIjK2MpR2S
=long 2	A2C2D2eLNoPR
=long 3	A2BEfgIJkPQR
=long 4	gKP2S2
=long 5	cEG2jk
=takes back	Af8g3h2J2k3MQ2
=you alone	A2B4cDE2HIJ2Kn2PS
? $	A2BC2D3E2gHI2K2m2P2Q3R2s
@	a2C2dE2FH2JKo3PQ2
@ ,	CGos
@ .	a
@ @	Ad2o2S
@ that	c
@ to	D
^ :	a
^ ;	ad2r
^ a	l2
^ after	q
^ although	f2h
^ an	j
^ and	h
^ ask	q
^ at	hm
^ because	os
^ because i	o
^ before	j
^ but	B2EfIJ2L2nP2s
^ but do	fs
^ but i	dG2HkO
^ but it	fm
^ but that	m
^ but the	cF
^ but you	f2g2KnQs
^ but yourself	n2O
^ can	m
^ congratulations	o2
^ cry	o
^ cry me	o
^ do	p
^ do not	l2Op
^ do you	r
^ drop	p
^ drop it	p
^ every	s
^ everybody	h
^ everything	O
^ feelings	j
^ feelings developed	j
^ fine	p
^ for	Rs
^ forgive	i
^ give me	l
^ go	o2
^ going	e
^ he	g2
^ here	P
^ here we	s
^ how	Lm
^ how much	m
^ however	f2
^ i	bFGHIJ2kMN3OPS2
^ i 'd	kq
^ i acted	b2
^ i am	ABCeGKM2pQr
^ i can	cEK
^ i deleted	d
^ i did	k
^ i do	Kr
^ i gave	m
^ i get	q
^ i got	k
^ i had	k
^ i have	Cd2EIlmpQ2r
^ i hid	a
^ i hurt	b2
^ i kept	k
^ i know	c2fK2qR
^ i lied	a
^ i messed	b2
^ i never	ak2
^ i only	k
^ i promise	e
^ i regret	gi
^ i sent	a
^ i shall	ep
^ i take	b
^ i think	lm
^ i thought	k2
^ i told	a
^ i took	c
^ i understand	BKq3
^ i want	eiK
^ i wanted	k
^ i was	Fgkr
^ i will	Be3KL2Q
^ i would	h
^ if	BCEFiJK2Q
^ if it	r
^ if you	IlQ
^ in	j
^ it	cD2FILMNO2P
^ it did	a
^ it is	mq
^ it just	Hj
^ it makes	q
^ it meant	h
^ it takes	g2
^ it was	aFJ3
^ it will	e
^ just	p2
^ leave	p
^ leave it	p
^ let	p
^ let us	p
^ lol	o
^ lol ok	o
^ m	d2
^ maybe	g
^ maybe if	g
^ mistakes	j2
^ my	AFJ2ko
^ my phone	d
^ no	erS
^ no more	de
^ nobody	m
^ nothing	nOr
^ nothing is	n
^ of	qr
^ of course	qr
^ oh	o2PQRs
^ ok	p
^ on	Ad
^ one	j2
^ one thing	j
^ only	d
^ please	l2
^ she	ADg2JKr
^ some	j
^ somehow	j
^ sorry	biJM
^ sorry you	i
^ still	f2g
^ surely	lm
^ thanks	q
^ thanks for	q
^ that	fJor
^ that said	fg
^ that was	m
^ the	HO
^ there	bDH
^ there is	H
^ there was	r
^ things	j2
^ think	p2
^ though	f2
^ we	aFgLO
^ we are	p
^ what a	No
^ what is	n
^ whatever	p
^ when	GLm
^ when will	m
^ why	n2
^ yes	s
^ yet	f2
^ you	AB2c2D2F3gI2J2KMnOP2R
^ you are	C2gh2Mn
^ you can	nr
^ you check	c
^ you did	G
^ you do	L2
^ you drove	g2
^ you had	c
^ you have	lq
^ you make	o2
^ you never	n
^ you promised	l
^ you pushed	g
^ you said	c
^ you were	Cq
^ your	jLq2
^ your mother	g
a	CDefGh2I3mno2P3QRS
a break	h
a few	h2
a hundred	m
a husband	g
a kiss	H2j
a line	m
a message	D
a person	k
a really	k
a river	o
a terrible	b
a thing	n
a very	n
a year	m
able	n
able to	n
about	a2D2E3gHLn3OpQ2
about it	p
about the	b2D
about what	j
about your	a
accept	l
account	d2f
account .	f
acros	i
across as	i
act	b
actual	h
admit	g
aft	CklMq3S
after the	kq
after what	q
again	De3FG2HJms
again ,	p
again .	eJlQs2
again ?	m
ages	m
ago	h3
ago .	h
agre	m
all	CdeFh2IlMP2Q
all .	C
alone	p
along	j
along the	j
already	ms
also	f2g2l
although	f2h
alway	C2De2HLMnO3QRs
always at	g
always been	kn2
always have	n2p
always make	N
always put	De
am	A2BCeH2MpQrs
am .	g
am a	e
am begging	l
am finished	p
am glad	q
am going	de2pR
am not	FKLor2S
am off	p
am on	l
am sick	s2
am so	b
am sorry	fi2L2
am the	g
am tired	s
an	bcjP2
and	AbcdEF2G2H2I2j2kmNPQrS2
and @	d
and a	ao
and i	b2CDGILM2qS
and if	j
and it	H2
and my	Am
and that	cQ
and then	j2
and we	lr2
and you	Ac3dGnOq
and your	s
ang	q2
angel	g
angry .	q
annoy	qS
anoth	jl
another .	j
another chance	l
answ	P
any	B3i2k3L
any man	k2
any more	cd
anyone	Gi2kq2
anyone .	h
anyth	hnQ
anything .	h
anything i	n
anything to	h
anywhere	Pr2
anywhere .	r2
apologies for	i
apologis	lm2
apologise	Bi3
apology	biJ
app	dg
are	A2BEFh2IJ3K3L2m2n
are a	Hp
are always	NQs
are angry	q
are being	h
are hurt	Q
are impossible	n
are in	m
are just	gn2
are making	h2Q
are not	H2Nq2
are overreacting	h2
are pathetic	o
are so	Gn3
are the	q
are worried	q
are you	Gm
as	cfg2Lq
as if	h
as well	q
as you	r
asham	c2
ashamed of	b
ask	AEfiNO2Pq4RS2
ask me	Lq2
ask pardon	i
ask you	m
asked me	CG
at	aBE2I2LMNPQr3S2
at all	j
at home	df
at least	h
at my	ar
at nine	r
at seven	d
at some	m
at ten	A
at the	DfG2jk
at you	o
at your	g
august	a
away	cDkl
babe	h
back	Fkl2oPr
back .	lR
back and	k
back at	r
back in	j
back on	r
back to	m2
bad	b2gO
bank	d2
be	ADeImO2pqRs
be a	e
be home	d
be honest	g
be in	p
be on	d
be over	m
be the	k
became	j2
because	Bc3DEkL2No2Q2R
because i	koR
because of	c
because you	g2No
become	e
become the	e
bed .	p
been	cD3f2gH3LmnORS2
been .	q
been a	b2
been ages	m
before	GjmPQR
beg	l2
behav	b
behaviour	bi
behind	p
believ	kl
believe me	q
bet	N
between	abj
between us	bj
big	b2h
birthday	m
bit of	h
blame	q2
block	d2p
bloody	h
blow	h
bonu	a
boo	o2
boo hoo	o2
both	g
bother	ip
bottl	d
boundary	j2
br	D
bravo	o
bravo ,	o
break	hJ
break .	h
breakfast	r2
breathalys	s
broke	b
broken .	j
broth	d
busines	p
business .	p
but	B2EfIJ2L2nP2s
but do	fs
but i	dG2HkO
but it	fm
but that	m
but the	cF
but you	f2g2KnQs
but yourself	n2O
by	aCdEHJKm3QR2
by me	aG
by now	m
by the	m
call	r3
calm	q
calm down	q
came	Ag2i2jK
came across	i
came to	gj
can	A2B3DG2HJKPr2
can ask	q
can look	r2
can not	c2EfG2l3nQR3s2
can see	c
car	Kl
car ,	l
card	d
care	g
carri	k
case	di
cash	d2
casino	a
casino .	a
certain	j3
chance	Gl3
chance .	l2
chang	d
change	e
check	cGpq2s
check the	p
choic	b2
choices .	b
close	mp
club	g
coffe	N
coffee .	N
cold	O
cold .	r
com	Or
come	Ekl2
come back	r
come home	l2
complete	bq2
conduct	b2
congratulation	o2
constant	g
control	nO
conversation	p2
copy	d
correct	b
cost	c
could	ko
could not	k2
count	l
count the	c
course	qS
course you	q
cros	jq
cry	c3o
cry me	o
dad	k
daft	h
date	m
daught	k
day	dEFGKLM2R
day .	GM
deal	I
dear ,	o
decide	r
deep	b
delet	d
deserv	b
deserve	e2F2G
desk	d
detective	o2
develop	j2
diary	a
did	bD2E2ghiJ2L3M2N2P3S2
did $	i
did .	b
did it	Bhk
did not	ahQ2
did something	b
did to	b
did you	b2g
died	hk
different	e
din	pR
dinner .	p
discus	p3
discuss .	p
disgust	o2
dishon	f
do	B3D2flMp
do .	n
do i	m
do it	g
do not	GO2p
do you	lM
doctor	H
does	k
does that	k
does the	M
done	m
done ,	o
done talking	p2
done with	m
door	cpr
doubt	coq
down	b3e2
down .	bq
drink	dj
drop	bp2
drop it	p2
drove	g2
drove me	g2
drunk	k
dur	a
each	d2
earn	q
east	m
easy	g
easy to	g
eat	s
eight	ar
eight .	r
eith	g
either .	g
eleven	a
else	j
end	j3m2
ended up	j2
enough	Fmn
enough .	Fmp
euro	a
even	dGh2M
ever	e2n4OQ
every	acEfG2KL2M3qs4
every day	s
every evening	d
every night	f
every right	q
every time	c2Ds
everybody	hn
everyone	c
everyth	b2CIn4R
everything .	o
everything that	b
exact	g2
exchang	j
excuse	F
exhaust	s
expect	d
explain	os
face	c
fair	q2
faithful	o
fami	Gikln
far	j
fath	kn
father .	n
fault	g
fear	q
feel	BEL
feeling	j
feelings developed	j
felt	ik
few	h2
find it	l
fine	O
finish	mnr
first	Aeg2n
first .	en
first a	l2
first after	q
first although	f2h
first an	j
first and	h
first ask	q
first at	hm
first because	os
first before	j
first but	B2EfIJ2L2nP2s
first can	m
first congratulations	o2
first cry	o
first do	l
first drop	p
first every	s
first everybody	h
first everything	O
first feelings	j
first fine	p
first for	Rs
first forgive	i
first go	o2
first going	e
first he	g2
first here	P
first how	Lm
first however	f2
first i	bCFG2HIJ2MN3OPrS2
first if	BCEFiJK2Q
first in	j
first it	acD2F2ILMNO2P
first just	p2
first leave	p
first let	p
first lol	o
first m	d2
first maybe	g
first mistakes	j
first my	AFJ2ko
first no	erS
first nobody	m
first nothing	nOr
first of	qr
first oh	o2PQRs
first ok	p
first on	Ad
first one	j2
first only	d
first please	l2
first she	ADg2JKr
first some	j
first somehow	j
first sorry	biJM
first still	f2g
first surely	lm
first thanks	q
first that	fJor
first the	CdGH2O
first there	bDH
first things	j2
first think	p2
first though	f2g
first we	aFgLO
first whatever	p
first when	GLm
first why	n2
first yes	s
first yet	f2
first you	AB2c2DF3gI2J2KLMnOP2RS
first your	jLq2
fix	e
fool	b
for	b3FGH2KM2P2R2
for being	b
for everything	b2
for how	b
for it	c
for me	n
for my	b3
for the	I2
for you	n
for your	l
forgive	CGl4PQ
forgive .	l2
forgive me	I2
forgivenes	l2Q
form	d
found	jK
found out	c
four	D
fridge	d
friend	o
from	adeFGM4OP
from @	c
from here	e
from me	b
from monday	d
from my	l
from now	e
from the	dK
from your	l
front	A
front of	A
fuck	b
full	b
full responsibility	b
furth	p
gave it	m
geniu	oP
get	CGkm2q2R
give	FGl2Q2
give me	Gl3
give you	L
glad	q
glad you	q2
go	A2cdeFgIJ2mNoQS
go into	cp
go on	o
go through	h
god	elOQR2s
goes	d
going anywhere	Pr2
going to	e2FmR3
gone	gjm
good	kOpS
got	BC2FH2j3O
got every	q
got out	j
got the	r
got to	jl
great	o
group	d
grow	o
grow up	o
had	a2bD2EjkL2Q
had .	b
had a	a
had the	m
had to	cgi
half	d
hand	cd
hands shake	c
happen	ej3P
happened .	j3
happy	e
happy again	e
hard	egM
hardly the	h
has	gikL2MoP
hav	p2R
have	A3CdH2inO3pS
have a	r
have always	kn
have apologised	l
have asked	d
have been	cD2fiq
have blocked	d
have every	q
have had	Gm
have left	e
have let	b
have made	b
have my	e
have no	Q
have not	bcKr
have nothing	p
have put	d
have said	mp
have the	l
have to	nQs2
have told	Ad2
having this	p2
he	dg2Jk
he is	d
he was	k
head	k2
hear	F
heart	l2
heart .	l
her	a2B2c2KNOPQ2r
her husband	am
her that	d
here	KlNQ2r3
here .	Nr
here and	r
here we	s
hid	F
hid it	k
hid the	a
hide	gK
him	Adr2
his	dMo
hold	oS
holiday	a
home	Eg2l2M
home .	l
home by	d
hon	fg
honest	q
honest ,	g
honesty	e
hoo	o2
hour	k
house	j
how	cDFG3HkN2S
how i	b
how it	j
how many	m
how much	m
how you	f
howev	f2
however ,	f2g
hundr	m
hundred times	m
hurt	b
husband	b2De
husband you	b
i	CDH2IJ2LMN3O2PR
i 'd	BDkLq3R
i acted	b2
i am	A2BCeH2MpQr
i apologise	Bi
i ask	im
i can	D3EHPs
i deleted	d2
i did	b2DikP
i do	jrS
i felt	fk2
i found	gj
i fucked	b
i get	q
i give	eL
i got	gk
i had	k
i have	Ab3C2d2E3G2IJ2lmpQ2r
i hid	a
i hurt	b
i just	h
i kept	k
i knew	fk
i know	bc2HK3qR
i leave	d
i let	ab
i lied	af
i made	b
i messed	b
i need	l
i never	k2
i only	k
i own	b
i promise	e2
i put	bq
i rang	D
i regret	ij
i said	a
i see	b
i sent	a
i shall	e2p
i showed	D
i signed	a
i slept	a
i swear	e2
i take	b
i tell	r
i think	l2m
i thought	k2
i told	a2
i took	c
i understand	BKq2
i want	eiK2
i wanted	k
i was	CD2g2H3k3MQ
i went	D
i will	A2B3C2deF2GIK3LM2rS
i would	g2hKq
idea	k
if	A2B4CE2F2gi3K2NP2QS2
if i	Gi
if it	r
if my	L
if this	I
if you	CDFgl
ill	c
impossible	n
impossible to	n
in	aHjLNOPQS
in #	D
in @	a
in a	j2ko
in case	i
in front	A
in may	d
in my	k2s
in october	a
in the	AB2cFr2S
in this	b
in your	d
instead	q
intention	k3
into	cEjKLpQ
into a	n
into it	p
into the	c
is	A4B2C4dGhIJ5Lm2n2O2PqrS
is a	q
is been	H2m3
is hardly	h
is in	d
is just	fhk
is no	F
is not	GhK
is on	Ad
is only	h
is the	hr2S
is there	f
is why	k
is wrong	n
is your	ln
it	B2DEhLmNS
it $	dfgk
it ,	FHj
it .	bIK2mR
it because	k
it came	gj
it comes	nr
it did	a
it from	ik
it go	l
it got	j
it is	A2B2CEfGh2J2klmP
it just	Hj2
it made	k
it makes	q2
it meant	h2
it on	a
it out	q
it right	e
it takes	g2
it to	Do
it was	C3h2K2LM2OQR
it with	gq
its	h
jump	c
just	A2CDjklnOS2
just happened	j
just kind	j
just move	m
just that	fk
kept	gk
kept it	k
key	d
kids	cr
kind	Gj2l
kind of	j2
kiss	jl
kiss .	H
kitchen	dk
kne	cl
knew	c2jk
knew .	acF
know	Abc2EH2INOPR2S
know how	j
know i	b2f
know it	b
know that	Fl
know you	c2
land	i
last 's	M
last @	aJP
last account	f
last again	eGJlmQs
last ago	h
last all	C
last already	m
last am	g
last another	j
last anything	h
last anywhere	r2
last app	g
last asked	a
last back	l2R
last be	q
last bed	p
last been	q
last bonus	a
last break	h
last broken	j
last business	p
last cash	d
last casino	a
last chance	l2
last choices	b
last coffee	N
last cold	r
last day	dGM
last did	i
last dinner	p
last discuss	p
last down	bq
last eight	r
last either	g
last enough	Fmp
last everything	o
last father	n
last feelings	i
last fine	O
last first	en
last forgive	l2
last genius	oP
last gone	m
last had	b
last happened	fj3
last head	k
last heart	l
last her	c
last here	Nr2S
last home	l
last hurt	Q
last in	l
last it	bHIJLmNOR
last kiss	H
last knew	acF
last lied	f
last like	r
last long	Im
last m	d2
last made	j
last man	k
last marriage	g
last may	d
last me	dIJP
last messages	i
last mine	g
last months	m
last more	cd
last morning	d
last mum	o
last myself	e
last needs	k2
last night	A2df
last nobody	p
last not	aP
last nothing	P
last now	FLmr
last ok	l
last on	D
last once	hl
last one	g
last other	g
last out	Gp2S
last overreacting	h2
last own	Ip
last past	m
last pathetic	o
last person	n
last phone	r
last place	g2
last promise	e
last questions	s2
last rings	c
last river	o
last shed	p
last sick	o
last sleep	p
last sorry	f
last space	q
last stop	k
last stuff	h
last sunday	m
last that	Kl
last there	q
last this	FGHm
last through	b
last thursday	a
last time	efj
last to	Ej
last too	fgq
last trust	b
last truth	n
last two	g
last up	fg2
last us	be
last want	pq2r
last was	K
last way	i
last weeks	a
last well	q
last whatever	p
last wife	l
last woman	e
last wonder	g
last worried	s
last worse	hl
last year	mo
last yet	q
last you	bF2G2HM2opQ2
last yourself	gnO
late	EHR
late ,	c
laugh	G
learn	e
least	h
leav	r2
leave	d2Op2S
leave it	p
leave the	r
leave work	d
led	j
led to	j
left	Aegi
left me	g
let	b2ClQ
let it	l
let me	l2
let us	gp
let you	b2
liar and	o
lie	c
lied	af
lied .	f2
lied because	g
lies	e
life	De3
like	D2hKQ2r
like .	r
like a	bj
like you	o
line	Hj2m
listen	no
listen to	o
little	N2o2
live	lo
loan	f
logical	q
lol	o
lol ok	o
lone	fk2
long	EIJLmOQr
long .	Im
long are	m
look	cN2qr2S
look ,	j
look .	r
look at	o
looking for	c
lose	k
lost	h2
loud	q
lov	Gjl2
love	lO2P
loved me	Gjl2
ly	K
m	d2
m .	d2
made	b2cDj
made me	k
made you	c2
mak	h2q
make	Ce2fL
make everything	n2
make it	eg
make me	No
makes sense	q
man	Deg2Hk2R
man ,	e
man .	k
many	Lm
many more	m
marri	go
marriage	g3KM
marriage .	g
may	aBdi2
may .	d
may and	a
may have	Bi2
maybe	g
maybe if	g
me	AC3DEFg2H2I2J4l3MN3PRS
me .	CdgJP
me ?	m
me again	l
me alone	p
me at	l
me away	g
me back	l2
me before	m
me for	g
me in	g
me into	g2
me no	g
me sick	o2
me to	Eg3L2
me you	c2G2
mean	eh2
meant	h2k
meant nothing	h2
meant to	k
memory	c
mental	g2
mes	b
mess	b
messag	gi
messages .	i
met	h
mind	k
mine .	g
minut	c
mistak	j
money	gh2j2
month	fHJKm4
month ,	g
months .	m
more	cd2eHKl2pR2
more $	d
more of	p
morn	d
morning .	d
most	h
moth	Dg
move	m
move on	m
much	k3
much longer	m
much to	k
mum	M
mum 's	M
mum .	o
must	Oq
my	bdeFHiJkNpQ
my bed	p
my behaviour	bi
my birthday	m
my brother	d
my head	k
my life	De2
my own	ps
my part	b
my phone	r
my wife	q
my word	e2
myself	Ae2FS
myself .	e
myself in	dj
name	a2h
near	m
need	B3CDJk3lP
need to	lm
need you	l
needs .	k2
nev	B2C2DeL2n2O2PQ2R
never meant	k
never once	Cn
next	q
night	LR2
night .	f
no	Ab2dHlpS2
no ,	r2
no more	cde2
nobody	Gkm
nobody $	d
nobody .	p
none	p
none of	p
noon	h
normal	mq
not	E2
not ,	a
not .	aP
not as	h2
not be	p2
not been	bc
not call	h
not drink	d
not enough	F
not even	c
not ever	e
not exactly	g2
not going	oP2r
not happen	e
not have	BdjL2Q
not having	p2
not just	H2
not keep	s
not know	cj
not lie	h
not like	h
not mean	h
not myself	k
not perfect	o
not promise	E
not sleep	h
not talking	mp
not tell	q
not the	H
not this	Ps
not to	q
not we	m
not you	lo
noth	Ah2LMOpQS
nothing $	P2
nothing is	n
nothing to	p2
now	c3DeFG3HK3m2Or
now $	pr
now ,	Lr
now .	m2r
now on	e
now you	l
numb	d
octob	a
of	b2cD2GhjKLRs
of a	ao
of all	l
of being	cs
of course	qS
of me	cQ
of our	e
of the	ho
of your	p
off	kr
off me	k
offend	i
oh	o2PQRs
oh ,	o
ok	lo
ok .	l
on	aB2CeFGhI3JKN2P4Q4S
on #	a
on .	D
on ?	m
on me	lo
on monday	A
on my	Dgl
on myself	e2
on that	k
on the	a2EhLO3S
on this	r
on thursday	d
on your	dI
once	CGln
once .	h
one	D3h2jNR
one more	l
one thing	j
one who	Ck
only	Eh3J2kM
only the	H
open	gr
or	CGhl
oth	g
other .	g
ought	m
our	acDQ
our bed	g
out	B2DiKOpR2
out .	GpS
out loud	q
out of	hj
over	Gm
over .	nr
over it	m2
over this	l
overreact	h
overreacting .	h2
owe	l
owe me	l
own	bc2fIKQs
own .	Ip
own home	cs
pardon	ilm
pardon me	lm
park	A
part	b
part in	b
password	d
past	m2
pathetic	No
pathetic .	o
people	hJs
perfect	o2
perfect like	o
person	Gkn2Op
person ,	kp
person .	n
phone	gLq
phone .	r
photo	ch
photo of	c
pick	D
pick up	D
pictur	h
pictures ,	h
pity	k
place	gk2
place .	g2
play	o2
please	G2l2mP
plumb	a
point	jm
poison	g2
poor	b
pressure	k2
pressure at	k
promis	fGj
promise	e2F
protect	k3
protect you	k2
push	fg3L
pushed me	g2L
put	bIo2
put it	q
put the	do
put you	bDe
question	Gq2s2
questions .	s2
rang	D
rath	q
re 'd	q
re <act	CD2EGL2M2r
re <act.ing	q
re <checkable	AD2r3
re <insult	p2S
re <mend	r2s
re <month	r
re <neg	HO2p2Qr
re <number	Dr
re <past_when	s
re <place	r
re <quality	p
re <role	r2
re <weak.past	pqr2
re <weekday	Pr
re ?	M3OPQR2s5
re @	o
re a	qrs
re about	S
re again	s
re am	s
re and	s
re are	s
re at	r3
re because	os
re can	s
re do	r2
re ever	s
re fair	q2
re for	s2
re god	Rs2
re going	p
re have	r3S
re i	B2DE2K2Pq3r2s2
re in	or
re is	Hrs
re it	Hpr
re know	q3
re look	r
re no	rS
re nobody	p
re not	PQ2
re now	s
re oh	Rs
re out	p
re see	q
re she	r
re stop	s
re that	q2
re the	r2
re there	r
re this	Rs
re to	p
re want	r2S
re was	r4
re we	s
re why	q2R
re yes	s
re you	qs2
re your	p
read	C
read it	r
real	k
reason	q2
reason to	q2
regret	bij
regret any	i
regret my	b2
regret that	fgij
responsibility	b
responsibility for	b
right	CD2F2G3KMq2r
right .	e
right now	r2
right to	GKq3S
ring	c
ring you	d
rings .	c
riv	o
river .	o
room	d2
ruin	c
run	o
said	BfHm2pR
said ,	fgH
said it	c
said sorry	m
saint	o
same	s
same day	d
satisfi	no
saving	a
saw	c2
say	AcEFG2lp
say no	kl
say to	p
says	n
scan	a
scar	q2
second	e
see	cGiq2
see how	c
see it	b
see why	q2
selfish	np
sense	Gq2
sense that	q2
sent	aD
sent it	a
septemb	D
seven ,	l
shake	c
shal	Be2Mp
she	Ag2JLQ
she came	g
shed	p
shed .	p
shop	A
should	jmPQ2
should not	j
sick	Dos2
sick .	o
sick of	s2
sick on	a
side	l
since	c2G
since @	m2
sist	A
situation	bj
six	R
six months	m
sleep	cdp
sleep .	p
slept	a
smal	l
smile	cl
so	Ab2Ekl2n2PQ2R2
so i	gm
so lonely	f
so now	l2
so sorry	b
so that	dk
some	Eij2l
some point	m
somehow	j
someone	go
someth	bj2k
something else	j
somewhere	j
sorry	bC2DG2HiK2mPQRS
sorry ,	f2I2l
sorry .	i2
sorry about	b
sorry for	b2I
sorry i	I2o
sorry if	B
sorry that	i
sorry you	B2i4
space	q
space .	q
spare	r
spare room	r
spend	Deg2
spent	a
start	A2dg2OPs
started it	fg
statement	dp
stay	r2
stil	Km
still ,	f2g
stop	aDmOPs
stop .	k
straight	k
stuf	hk
such	b
sum	m
sunday	a
sunday .	m
sure	mNo
sure ,	No
suspiciou	nq
swear	e2
swear down	e2
table	d
tak	g2
take	CEKnQ
take full	b
take me	l
takes two	g2
talk	BDEJLp3r
talked me	g
talking about	p2
tear	o
tel	n
tell	dE2M
tell me	l
tell you	g
tell your	d
ten	A
ten minutes	cR
terrible	b2
text	a2
text you	d
th	bjKnO2
than	L
thank	Oq
thanks for	q
that	Di2jkNP2q2R2S5
that .	bl
that a	h
that i	abDfIQ
that is	DFiL
that said	fg
that should	j
that to	k
that was	m
that you	B2c2FG3H2iMq3
the	adE4FGHI2KLM2NoPQ2RS
the #	Ad2
the @	o
the account	j
the app	d
the bank	d
the car	l
the doctor	H
the door	cOp
the fridge	d
the great	o
the husband	b
the kids	r
the kitchen	d
the line	j
the man	eo
the night	j
the other	j
the right	l
the room	p
the same	s
the shed	p
the spare	r
the start	g
the third	s
the time	k
the truth	Adn
the whole	b2gm
the wrong	i
the year	mo
then	D2Hij2r
then i	r
then it	j
there	AbcGj2K3LqrS
there .	q
there is	H
there was	r
they were	i
thing	b2j2
thing led	j
think	B3l
think i	Bl
third	s
this	A2C2HJKlm2p
this .	BG
this again	s
this conversation	p2
this every	fs
this family	ln
this letter	o
this marriage	g2
this morning	d
this time	l
though	f3k
though i	fh
thought	k
thousand	a
thre	c
three ,	c
through	I
throw	l2
thursday .	a
ticket	r
tim	mq
time	cD2fms
time ,	f
time .	ej
time i	cDs
times .	m
tir	Ks
to	BC2DefH4IjkLm2NOS2
to .	Ej
to @	a2
to a	j
to another	j
to ask	S
to be	elP2q
to calm	q
to check	p
to decide	q
to deserve	e2
to discuss	p2
to drink	k
to explain	os
to feel	k
to find	i
to forgive	l
to get	fkm2
to hear	F
to her	a
to hide	gK
to hurt	k
to it	g
to leave	F
to me	ghLq
to my	mp
to pardon	m
to protect	k3
to say	Lp
to see	i
to sleep	p
to that	g2
to the	d
to this	g
to trust	l2
to work	c
to you	b3eGIjK2Np
to your	dM
today	A
togeth	l
told	BdGKLNQ2Rs
told her	d
told me	c
told my	d
told the	a
told you	a2CDs2
tomorrow	r
tonight	d2
too	fgHIj2q2
too .	fgq
too far	j
too much	kq
took	cD2o
track	d
traffic	s
treat	b
treated you	b
trust	be2GjKl2
trust .	b
trust me	elq
trust was	j
truth	Adn
truth .	n
try	k
try to	l
trying to	fk
turn	cl
twenty	lr2
twenty minutes	r2
two	g2R
two .	g
two to	g
two years	m
und	Hkm
understand	BKoq2
unlock	d
until	mS
until you	d
up	Ab2cfjoP
up .	fg2
up on	s
up to	Dr
upset	B
us	AbDgjkl2R
us ,	g
us .	be
used	G
very	fkn
wait	Mr
walk	c
want	CGkM2NqrS
want .	pq2
want to	eQr
wanted to	k
was	B2CD5E2ghjkL2M2N2O5P5Q2S
was .	K
was a	h3JK2r
was always	g
was at	a2K
was going	k
was in	k
was just	h
was me	H
was not	bHi
was off	k
was on	g
was one	h
was only	h
was so	fk
was the	Ak
was trying	fk
was under	k
was wrong	K
was your	g
watch	dh
way	CDi2
way i	b
we	C2D2hJm2NOQ2r
we are	p
we ended	j
we go	s
we had	b
we have	e
we just	m
we never	h2
we were	hJk
we will	Dl2r2
week	a
weekend	j
weeks .	a
well	Ko
well .	q
went	D2gjKM
went to	a
were	BCD2fgij3k2LO2PR
were made	e
were never	g
were not	gj
were on	hk
were right	q
what	bEgHKMOpR2S
what a	No2
what did	g
what happened	j
what i	q
what is	n2
what you	EOp2
whatev	B2i3p2
whatever .	p
whatever it	i
when	Bc2E3FGIJKLmO2PQ3r
when i	cdE
when is	h
when it	nr
when the	cr
when will	m
when you	C2
where	s
while	a
while you	a
who	g2iJ
whole	ab2gm2
why	LMn2Oq2RS
why i	g
why you	q
wife	b2Dlm2
wife ,	q
wife .	l
will	A3BCe4FG4H3I2J2K4r
will always	De
will be	l
will do	e
will make	e
will never	e
will not	d2es
will spend	De
will text	d
will you	m
with	AcEfkL2n2PQ
with @	ad
with a	cf
with anything	n
with it	q
with my	D
with the	AoPR
with us	g
with you	An2Qr
without	klP
without you	l2
woman	e2fn
woman .	e
wond	q3
wonder .	g
word	ejL
work	acehLMP2
work ,	h
work and	k
work on	e
worri	s
worried .	s
worry	ck
worse	h2
worse .	hl
would	BC2DgJ2kMN2o2Pq2R
would be	q2
would have	k
would not	g2h
wow	o
wow ,	o
wrong	AbiK2nQ
wrong with	n
year	DFJK2lm2o2
year $	m
year ,	m
year .	o
years ago	h
yes	P
yesterday	d
yet	f3gP
yet .	q
you	ADgH2J4KM2nOP2qS
you $	cF
you 'd	ACf2gk3
you ,	b3DEGor
you .	CGkLo
you ?	Mn
you about	ab
you again	e
you always	nO
you and	drs
you are	B2fh2IKL2n2qR2
you ask	q
you asked	CGq
you at	jr
you can	AeG2r2
you check	c
you cry	c
you deserve	F
you deserved	b
you did	Q
you do	dL
you doubt	c
you down	b2
you drove	g2
you ever	l
you feel	c2G2
you felt	c
you for	q
you found	c
you go	g
you going	m2
you got	i
you had	a2
you have	AcnOqRS
you in	e
you jump	c
you just	l
you knew	aF
you know	g
you left	g
you like	p2r
you look	q
you loved	jl
you make	o
you must	l
you my	L
you need	G
you never	CgnOQ
you promised	l
you pushed	g
you put	n
you said	cG
you should	l
you spend	g2
you started	f
you through	b
you to	El2m
you told	c
you took	i
you walk	l
you want	EGqr
you was	b
you went	g
you were	Dg2LOq
you will	es
you would	Gk
your	aB3c2Efg3H2I2JKl2M5R
your @	o
your account	d
your brother	A
your diary	a
your father	n
your fault	g
your forgiveness	l2
your friends	o
your hands	c
your heart	l
your mother	g
your mum	aM
your name	ah
your own	c2fI
your phone	g
your questions	s
your side	fl
your sister	Ag
your trust	be
yourself	g3nQ
yourself .	gnO`;
