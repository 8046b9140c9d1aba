"""Stock names, common ones, from which invented people and places are put together."""

from __future__ import annotations


def _each(names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.split()))


GIRLS = _each("""
    Olivia Amelia Isla Ava Emily Sophia Grace Mia Poppy Ella Lily Evie Isabella Freya Jessica Daisy Alice Florence
    Phoebe Sienna Charlotte Matilda Evelyn Rosie Ruby Chloe Erin Elsie Millie Lola Maisie Eva Scarlett Harriet
    Zara Imogen Aisha Maryam Fatima Hannah Lucy Megan Holly Abigail Leah Amber Bethany Jasmine Georgia Lauren
    Caitlin Summer Skye Niamh Zuzanna Maja Amina Priya Simran Eleanor Martha Nancy Bella Heidi Paige Tia Kayla
    Nicole
""")
BOYS = _each("""
    Oliver George Harry Jack Jacob Noah Charlie Muhammad Thomas Oscar William James Leo Alfie Henry Joshua Freddie
    Archie Ethan Isaac Alexander Joseph Edward Samuel Max Logan Lucas Daniel Theo Arthur Mohammed Harrison
    Benjamin Mason Finley Sebastian Adam Dylan Zachary Riley Teddy Toby Luke Jayden Louie Kai Callum Connor Kieran
    Tyler Bradley Ryan Liam Nathan Jake Kyle Aaron Hamza Ibrahim Yusuf Arjun Jakub Szymon Reece Corey Owen Rhys
    Ellis
""")
WOMEN = _each("""
    Sarah Claire Emma Lisa Nicola Joanne Michelle Karen Samantha Rachel Kelly Amanda Louise Rebecca Donna Victoria
    Natalie Gemma Stacey Leanne Kirsty Zoe Tracey Julie Dawn Helen Angela Jennifer Laura Danielle Hayley Amy Vicky
    Shabnam Nasreen Agnieszka Magdalena Kerry Tanya Cheryl Lindsay Marie Heather Katie Toni Charlene Sonia
""")
MEN = _each("""
    David Paul Mark Andrew Stephen Richard Christopher Michael Darren Lee Matthew Craig Simon Jason Gary Robert
    Wayne Stuart Ian Neil Carl Scott Anthony Dean Martin Kevin Shaun Steven Jonathan Phillip Adrian Nigel Tariq
    Imran Pawel Tomasz Gareth Damian Ashley Ricky Barry Glen Russell Terry Karl Dale Nathaniel Clive
""")
SURNAMES = _each("""
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts
    Green Hall Wood Jackson Clarke Harris Martin Hill Cooper Ward Turner Carter Phillips Mitchell Patel Adams
    Campbell Anderson Allen Cook Bailey Palmer Stevens Bell Richardson Fox Gray Rose Chapman Hunt Robertson Shaw
    Reynolds Lloyd Ellis Richards Russell Wilkinson Khan Graham Stewart Reid Murray Powell Palmer Holmes Rogers
    Griffiths Knight Webb Barnes Pearson Bradley Barker Hughes Butler Dixon Harvey Fletcher Mason Gibson Howard
    Andrews Matthews Hussain Ahmed Begum Kaur Singh Nowak Kowalski Wozniak Baker Price Bennett Moore Parker
    Edwards Collins Cox Marshall Simpson Foster Brooks Perry Burton Tonks Salt Mountford Bloor Machin Beardmore
    Shenton Colclough Bratt Goodall Heath Hodgkins Sherratt Tranter Unwin Vernon Wain Yates Ashton Bourne
    Challinor Dean Emery Forrester Gater Hulme Irving Jervis Keeling Lovatt Mellor Nixon Oakley Podmore Rowley
    Swinnerton Tatton Whitehurst
""")
SCHOOL_STEMS = _each("""
    Alderbrook Ashmere Barrowfield Beechwater Birchmoor Blackthorn Bramblegate Brindlehill Brookvale Castlemere
    Chasewater Cloverfield Coppermill Cranebrook Crossfield Dovebrook Eastmere Elmbridge Fallowfield Fernleigh
    Foxglove Furnace Gallowtree Goldcrest Greenacre Hagley Harecroft Hazelbank Heathermoor Highfold Hollowbrook
    Ivybank Kestrel Kilnbridge Kingsmoor Larkfield Lindenvale Longmeadow Mapleford Marlpit Meadowsweet Millrace
    Moorgate Nettlefield Newbridge Northwood Oakhanger Oldfield Orchardside Otterbrook Parkgate Pebblebrook
    Pinewood Potters Quarrybank Redgate Ridgeway Rowanmoor Sandyford Saxonfield Silverbirch Skylark Southmere
    Stonecross Summerhill Swallowfield Thornfield Tollgate Trentside Underwood Valeside Walnut Waterside Weavers
    Westmere Wheatfield Whitehouse Wildwood Willowbank Windmill Woodpecker Wrenfield Yewtree Kilncroft Barleymow
    Clayhanger
""")
