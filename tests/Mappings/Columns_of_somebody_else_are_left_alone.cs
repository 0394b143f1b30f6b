using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Recognition;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Mappings;

/// <summary>The worst a proposal can do is to take one person's phone, name or birth for another's, or a day of the register for a birth.</summary>
public sealed class Columns_of_somebody_else_are_left_alone
{
    [Theory]
    [InlineData("nom_pere", "Martin|Le Goff|Durand|Nguyen")]
    [InlineData("prenom_responsable_legal", "Jeanne|Paul|Marie|Louis")]
    [InlineData("date_naissance_enfant", "12/04/1985|01/02/1950|21/11/1999|30/06/1938")]
    [InlineData("date_inscription", "12/04/1985|01/02/1950|21/11/1999|30/06/1938")]
    [InlineData("Date de l'acte", "12/04/1985|01/02/1950|21/11/1999|30/06/1938")]
    [InlineData("Date inhumation", "12/04/1985|01/02/1950|21/11/1999|30/06/1938")]
    [InlineData("registr_dt", "12/04/1985|01/02/1950|21/11/1999|30/06/1938")]
    [InlineData("date_adresse", "12/04/1985|01/02/1950|21/11/1999|30/06/1938")]
    [InlineData("email_conjoint", "a.b@orange.fr|c.d@free.fr|e.f@sfr.fr|g.h@gmail.com")]
    [InlineData("email_epoux", "a.b@orange.fr|c.d@free.fr|e.f@sfr.fr|g.h@gmail.com")]
    [InlineData("Tél. médecin traitant", "06 12 34 56 78|01 43 29 45 50|06 98 76 54 32|04 78 90 12 34")]
    [InlineData("TEL_RESP", "0612345678|0143294550|0698765432|0478901234")]
    [InlineData("Compte", "0123456789|0123456790|0123456791|0123456792")]
    [InlineData("Civilité conjoint", "M.|Mme|Mme|M.")]
    [InlineData("sexe_epoux", "M|F|F|M")]
    [InlineData("code_postal_naissance", "74000|35000|69001|13001")]
    [InlineData("lieu_deces", "Annecy|Rennes|Lyon|Marseille")]
    [InlineData("adresse_nom", "5 rue Haute|3 place du Marché|12 chemin Vert|1 avenue Foch")]
    [InlineData("Réf. dossier", "0612345678|0143294550|0698765432|0478901234")]
    [InlineData("nom_etat", "valide|valide|NPAI|valide")]
    [InlineData("nom_fichier", "a.csv|b.csv|c.csv|d.csv")]
    [InlineData("adresse_ip", "10.0.0.1|10.0.0.2|10.0.0.3|10.0.0.4")]
    public void Another_persons_column_and_a_fact_about_the_record_are_not_the_persons_whatever_they_hold(string header, string values)
    {
        string[] people = ["Petit|Anne", "Moreau|Luc", "Simon|Rose", "Roux|Ivan"];
        var recognized = ColumnRecognizer.Recognize(Rows.Of($"nom|prenom|{header}", [.. people.Zip(values.Split('|'), (p, v) => $"{p}|{v}")]), new RecognitionOptions());
        Assert.Equal([ColumnMeaning.FamilyName, ColumnMeaning.GivenNames, ColumnMeaning.Unknown], recognized.Columns.Select(c => c.Meaning));
    }

    [Fact]
    public void A_column_all_of_whose_words_are_known_stands_before_one_of_an_unknown_person_wherever_it_stands()
    {
        var recognized = Recognize("nom|prenom|naissance_nounou|tel_nounou|date_naissance|tel|portable", "Petit|Anne|01/02/1950|0143294550|12/04/2015|0478901234|0612345678");
        Assert.Equal(
            [ColumnMeaning.FamilyName, ColumnMeaning.GivenNames, ColumnMeaning.Unknown, ColumnMeaning.Unknown, ColumnMeaning.BirthDate, ColumnMeaning.Phone, ColumnMeaning.Mobile],
            recognized.Columns.Select(c => c.Meaning));
        Assert.All(recognized.Columns.Skip(2).Take(2), c => Assert.Equal(RecognitionReason.NotThePersons, c.Reason));
    }

    [Theory]
    [InlineData("Nom élève|Prénom élève|Date de naissance élève|Nom responsable légal|Prénom responsable légal")]
    [InlineData("PERS_NOM|PERS_PRENOM|PERS_DATE_NAISSANCE|NOM_REF|PRENOM_REF")]
    [InlineData("Nom de l'enfant|Prénom de l'enfant|Date de naissance de l'enfant|Nom parent|Prénom parent")]
    [InlineData("Nom époux|Prénoms époux|Date naissance époux|Nom épouse|Prénoms épouse")]
    public void A_file_of_two_people_a_row_is_about_the_one_whose_birth_it_tells(string header)
    {
        ColumnMeaning[] meanings = [ColumnMeaning.FamilyName, ColumnMeaning.GivenNames, ColumnMeaning.BirthDate, ColumnMeaning.Unknown, ColumnMeaning.Unknown];
        Assert.Equal(meanings, Recognize(header, "Petit|Anne|12/04/2015|Moreau|Luc").Columns.Select(c => c.Meaning));
        var turned = Recognize(string.Join('|', header.Split('|').Reverse()), "Luc|Moreau|12/04/2015|Anne|Petit").Columns;
        Assert.Equal(meanings.Reverse(), turned.Select(c => c.Meaning));
    }

    [Theory]
    [InlineData("Nom responsable légal|Prénom responsable légal|Mail|Nom enfant|Prénom enfant", "3,4", "0,1")]
    [InlineData("Nom du responsable légal|Prénom du responsable légal|Mail|Adresse", "0,1", "")]
    [InlineData("Nom parent 1|Prénom parent 1|Tél parent 1|Nom parent 2|Prénom parent 2|Tél parent 2", "0,1,2", "3,4,5")]
    [InlineData("Nom enfant|Prénom enfant|Date de naissance|Nom mère|Prénom mère|Date de naissance mère", "0,1,2", "3,4,5")]
    [InlineData("Nom responsable|Prénom responsable|Tél responsable|Nom élève|Prénom élève|Né(e) le", "3,4,5", "0,1,2")]
    [InlineData("Nom allocataire|Prénom|Date naissance|Nom conjoint|Prénom conjoint", "0,1,2", "3,4")]
    [InlineData("Nom|Prénom enfant|Date naissance enfant|Nom parent|Prénom parent", "0,1,2", "3,4")]
    [InlineData("NOMENF|PRENOMENF|DATENAISSENF|NOMRESP|PRENOMRESP", "0,1,2", "3,4")]
    [InlineData("Nom et prénom de l'enfant|Date de naissance", "0,1", "")]
    [InlineData("Nom du payeur|Adresse du payeur|Tél payeur", "0,1,2", "")]
    [InlineData("Élève|Date de naissance élève|Nom responsable|Prénom responsable", "0,1", "2,3")]
    [InlineData("NOM|PRENOM|TEL_DOM|TEL_PORT|TEL_TRAVAIL|TELNOUNOU", "0,1,2,3,4", "5")]
    [InlineData("Nom|Prénom|Adresse du foyer|N° foyer|Nom du mari", "0,1,2,4", "3")]
    public void A_row_is_read_as_one_of_the_people_it_tells_of(string header, string taken, string left)
    {
        var recognized = Recognize(header, string.Join('|', header.Split('|').Select(Value)));
        Assert.All(Places(taken), c => Assert.NotEqual(ColumnMeaning.Unknown, recognized.Columns[c].Meaning));
        Assert.All(Places(left), c => Assert.Equal(ColumnMeaning.Unknown, recognized.Columns[c].Meaning));

        static IEnumerable<int> Places(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
        static string Value(string name) => name switch
        {
            _ when name.Contains("NAISS", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Né", StringComparison.Ordinal) => "12/04/2015",
            _ when name.StartsWith('T') => "0612345678",
            _ when name.StartsWith("Mail", StringComparison.Ordinal) => "a.b@orange.fr",
            _ when name.StartsWith("Adresse", StringComparison.Ordinal) => "12 rue Haute",
            _ when name.StartsWith("N°", StringComparison.Ordinal) => "4711",
            "Élève" or "Nom et prénom de l'enfant" => "Petit Anne",
            _ when name.StartsWith('P') => "Anne",
            _ => "Petit",
        };
    }

    [Fact]
    public void A_households_number_is_compared_nowhere_for_its_people_share_it() =>
        Assert.Equal(RecognitionReason.NotThePersons, Recognize("Nom|Prénom|Adresse du foyer|N° foyer", "Petit|Anne|12 rue Haute|4711").Columns[3].Reason);

    [Fact]
    public void A_column_said_to_hold_the_name_says_whom_the_file_is_about()
    {
        var said = new RecognitionOptions { Meanings = new Dictionary<string, ColumnMeaning> { ["Nom père"] = ColumnMeaning.FamilyName } };
        var columns = ColumnRecognizer.Recognize(Rows.Of("Nom enfant|Prénom enfant|Nom père|Prénom père", "Petit|Anne|Petit|Luc"), said).Columns;
        Assert.Equal([ColumnMeaning.Unknown, ColumnMeaning.Unknown, ColumnMeaning.FamilyName, ColumnMeaning.GivenNames], columns.Select(c => c.Meaning));
    }

    [Fact]
    public void A_husbands_name_alone_is_a_usage_name_and_beside_his_given_name_it_is_his()
    {
        Assert.Equal(ColumnMeaning.UsageName, Recognize("nom|prenom|nom époux", "Petit|Anne|Moreau").Columns[2].Meaning);
        Assert.All(Recognize("nom|prenom|nom époux|prénom époux", "Petit|Anne|Moreau|Luc").Columns.Skip(2), c => Assert.Equal(ColumnMeaning.Unknown, c.Meaning));
    }

    [Fact]
    public void A_second_header_of_the_same_name_and_another_name_are_not_joined_to_the_first()
    {
        var recognized = Recognize("Nom|Prénom|Autre nom|Nom (2)|Prénom (2)", "Petit|Anne|Moreau|Simon|Rose");
        Assert.Equal([ColumnMeaning.FamilyName, ColumnMeaning.GivenNames], recognized.Columns.Take(2).Select(c => c.Meaning));
        Assert.All(recognized.Columns.Skip(2), c => Assert.Equal(ColumnMeaning.Unknown, c.Meaning));
        Assert.Equal(ColumnMeaning.Unknown, Recognize("nom|surname|prenom", "Petit|Moreau|Anne").Columns[1].Meaning);
        Assert.Equal([ColumnMeaning.FamilyName, ColumnMeaning.FamilyName], Recognize("lname_c1|lname_c2|fname_c1", "Petit|Moreau|Anne").Columns.Take(2).Select(c => c.Meaning));
    }

    [Theory]
    [InlineData("N° et voie", "12 rue Pasteur", ColumnMeaning.AddressLine)]
    [InlineData("Adresse (n° et rue)", "12 rue Pasteur", ColumnMeaning.AddressLine)]
    [InlineData("Code postal et ville", "74000 Annecy", ColumnMeaning.AddressLine)]
    [InlineData("Numéro de voie", "12 bis", ColumnMeaning.HouseNumber)]
    [InlineData("Adresse de résidence", "12 rue Pasteur", ColumnMeaning.AddressLine)]
    [InlineData("Lieu de résidence", "Annecy", ColumnMeaning.City)]
    [InlineData("Date de naissance (JJ/MM/AAAA)", "12/04/1985", ColumnMeaning.BirthDate)]
    [InlineData("dob_yyyy_mm_dd", "1985-04-12", ColumnMeaning.BirthDate)]
    [InlineData("Né(e) à", "Annecy", ColumnMeaning.BirthPlace)]
    [InlineData("Premier prénom", "Anne", ColumnMeaning.GivenNames)]
    [InlineData("Tél. pro", "0478901234", ColumnMeaning.Phone)]
    [InlineData("S.N.", "4711", ColumnMeaning.Unknown)]
    [InlineData("lane", "12/04/1985", ColumnMeaning.Unknown)]
    public void Words_together_and_their_values_say_what_a_column_is(string header, string value, ColumnMeaning meaning) =>
        Assert.Equal(meaning, Recognize($"x_nom|{header}", $"Petit|{value}").Columns[1].Meaning);

    [Fact]
    public void A_number_of_the_record_beside_a_street_with_its_number_is_no_house_number()
    {
        Assert.Equal(ColumnMeaning.Unknown, Recognize("numero|nom|prenom|adresse", "1234|Petit|Anne|12 rue Haute", "1234|Moreau|Luc|3 place Verte").Columns[0].Meaning);
        Assert.Equal(ColumnMeaning.HouseNumber, Recognize("n°|nom|prenom|voie", "12|Petit|Anne|rue Haute", "3|Moreau|Luc|place Verte").Columns[0].Meaning);
    }

    [Fact]
    public void The_register_of_deaths_writes_a_star_between_family_and_given_names()
    {
        var citizen = Map("nomprenom|datenaiss", "DE LA TOUR*MARIE CLAIRE/|12/04/1925");
        Assert.Equal("DE LA TOUR", citizen.BirthName);
        Assert.Equal(["MARIE", "CLAIRE"], citizen.GivenNames);
        Assert.Equal("DUPONT", Map("nomprenom|datenaiss", "DUPONT JEAN*|12/04/1925").BirthName);
    }

    [Theory]
    [InlineData("Obs\u2028mapping: x", 0)]
    [InlineData("Obs\nmapping: x", 0)]
    [InlineData("Tél.\r\n\"perso\" fixe", 1)]
    public void A_header_of_two_lines_breaks_no_document(string header, int phones)
    {
        var citizen = Map($"nom|{header}", phones == 0 ? "Petit|rien" : "Petit|0612345678");
        Assert.Equal(("Petit", phones), (citizen.BirthName, citizen.Phones.Count));
    }

    [Fact]
    public void A_header_of_many_thousand_letters_is_read_at_once()
    {
        var from = TimeProvider.System.GetTimestamp();
        Recognize(string.Concat(Enumerable.Repeat("NOMDE", 4000)), "Petit");
        Assert.True(TimeProvider.System.GetElapsedTime(from) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Births_of_people_alive_are_tested_for_being_plausible()
    {
        Assert.DoesNotContain("span=any", Recognize("nom|naissance", "Petit|12/04/1935", "Moreau|12/04/1951", "Roux|12/04/1965").Document, StringComparison.Ordinal);
        Assert.Contains("span=any", Recognize("nom|naissance", "Petit|12/04/1835", "Moreau|12/04/1851", "Roux|12/04/1865").Document, StringComparison.Ordinal);
    }

    private static RecognizedMapping Recognize(string header, params string[] rows) => ColumnRecognizer.Recognize(Rows.Of(header, rows), new RecognitionOptions());

    private static Citizen Map(string header, string row)
    {
        var compiled = MappingCompiler.Compile(Recognize(header, row).Document, "proposed.yaml");
        Assert.Empty(compiled.Errors);
        return compiled.Mapping!.Map("f", Rows.Of(header, row)[0], Mapped.Received).Citizens[0].Citizen;
    }
}
