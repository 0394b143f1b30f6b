using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Recognition;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Mappings;

public sealed class Columns_are_recognised_however_they_are_named
{
    [Theory]
    [InlineData("Nom de naiss.", ColumnMeaning.BirthName)]
    [InlineData("birth_last_name", ColumnMeaning.BirthName)]
    [InlineData("nomJeuneFille", ColumnMeaning.BirthName)]
    [InlineData("NOM_USUEL", ColumnMeaning.UsageName)]
    [InlineData("NomFamille", ColumnMeaning.FamilyName)]
    [InlineData("Prénom usuel", ColumnMeaning.GivenNames)]
    [InlineData("christian_name", ColumnMeaning.GivenNames)]
    [InlineData("midl_name", ColumnMeaning.GivenNames)]
    [InlineData("first_and_surname", ColumnMeaning.FullName)]
    [InlineData("NOMPRENOMUSAGER", ColumnMeaning.FullName)]
    [InlineData("Né(e) le", ColumnMeaning.BirthDate)]
    [InlineData("dat_nais", ColumnMeaning.BirthDate)]
    [InlineData("DateNaissanceUsager", ColumnMeaning.BirthDate)]
    [InlineData("DOB_MON", ColumnMeaning.BirthMonth)]
    [InlineData("JOUR_NAISS", ColumnMeaning.BirthDay)]
    [InlineData("Commune de naiss.", ColumnMeaning.BirthPlace)]
    [InlineData("COG_COMMUNE_NAISS", ColumnMeaning.BirthCommuneCode)]
    [InlineData("SEXE_CODE", ColumnMeaning.Sex)]
    [InlineData("Adresse mail", ColumnMeaning.Email)]
    [InlineData("N° de téléphone", ColumnMeaning.Phone)]
    [InlineData("tel_mobile_perso", ColumnMeaning.Mobile)]
    [InlineData("NUM_VOIE", ColumnMeaning.HouseNumber)]
    [InlineData("adresse_numero", ColumnMeaning.HouseNumber)]
    [InlineData("TYPE_VOIE", ColumnMeaning.AddressLine)]
    [InlineData("LIB_VOIE", ColumnMeaning.AddressLine)]
    [InlineData("address1_line2", ColumnMeaning.Complement)]
    [InlineData("address.city", ColumnMeaning.City)]
    [InlineData("adresse_code_postal", ColumnMeaning.PostCode)]
    [InlineData("adresse postale", ColumnMeaning.AddressLine)]
    [InlineData("CODE_POST", ColumnMeaning.PostCode)]
    [InlineData("NHS Number", ColumnMeaning.PersonIdentifier)]
    [InlineData("nhs_no", ColumnMeaning.PersonIdentifier)]
    [InlineData("NHSNum", ColumnMeaning.PersonIdentifier)]
    [InlineData("D.N.I.", ColumnMeaning.PersonIdentifier)]
    [InlineData("NIE", ColumnMeaning.PersonIdentifier)]
    [InlineData("DNI/NIE", ColumnMeaning.PersonIdentifier)]
    [InlineData("bsn", ColumnMeaning.PersonIdentifier)]
    [InlineData("pesel", ColumnMeaning.PersonIdentifier)]
    [InlineData("numero_avs", ColumnMeaning.PersonIdentifier)]
    public void Words_of_a_name_make_its_meaning(string header, ColumnMeaning meaning) => Assert.Equal(meaning, HeaderWords.Of(header));

    [Fact]
    public void A_file_whose_names_say_nothing_is_told_by_its_values()
    {
        var recognized = Recognize(
            "c1|c2|c3|c4|c5|c6|c7",
            "Martin|Jeanne|F|12/04/1985|0612345678|5 rue Haute|74000",
            "Le Goff|Paul|M|01/02/1950|0143294550|3 place du Marché|35000",
            "Durand-Petit|Marie|F|21/11/1999|0698765432|12 chemin Vert|69001",
            "Nguyen|Louis|M|30/06/1938|0478901234|1 bis avenue Foch|13001");
        Assert.Equal(
            [ColumnMeaning.FamilyName, ColumnMeaning.GivenNames, ColumnMeaning.Sex, ColumnMeaning.BirthDate, ColumnMeaning.Phone, ColumnMeaning.AddressLine, ColumnMeaning.PostCode],
            recognized.Columns.Select(c => c.Meaning));
        Assert.All(recognized.Columns, c => Assert.Equal(RecognitionReason.ByValues, c.Reason));
        Assert.Contains("# c1 is taken as familyName by its values", recognized.Document, StringComparison.Ordinal);
        Assert.Empty(MappingCompiler.Compile(recognized.Document, "proposed.yaml").Errors);
    }

    [Fact]
    public void Dates_of_a_few_years_are_no_births_and_codes_of_communes_no_postal_codes()
    {
        // Each of these codes of a commune is the postal code of another.
        var recognized = Recognize(
            "nom|prenom|c1|c2|c3",
            "Martin|Jeanne|12/04/2021|57320|1",
            "Le Goff|Paul|01/02/2022|35250|2",
            "Durand|Marie|21/11/2023|39190|1",
            "Nguyen|Louis|30/06/2024|49260|2");
        Assert.All(recognized.Columns.Skip(2), c => Assert.Equal(ColumnMeaning.Unknown, c.Meaning));
    }

    [Fact]
    public void A_day_a_month_and_a_year_that_do_not_say_of_what_are_a_birth_where_the_years_are_of_generations()
    {
        var births = Recognize("nom|prenom|jour|mois|annee", "Martin|Jeanne|12|4|1821", "Le Goff|Paul|1|12|1850", "Durand|Marie|31|1|1899", "Nguyen|Louis|5|7|1868");
        Assert.Equal([ColumnMeaning.BirthDay, ColumnMeaning.BirthMonth, ColumnMeaning.BirthYear], births.Columns.Skip(2).Select(c => c.Meaning));
        var visits = Recognize("nom|prenom|jour|mois|annee", "Martin|Jeanne|12|4|2021", "Le Goff|Paul|1|12|2022", "Durand|Marie|31|1|2022", "Nguyen|Louis|5|7|2023");
        Assert.All(visits.Columns.Skip(2), c => Assert.Equal(ColumnMeaning.Unknown, c.Meaning));
        var kept = Recognize("nom|prenom|jour|mois|annee", "Martin|Jeanne|12|4|1983", "Le Goff|Paul|1|12|1991", "Durand|Marie|31|1|2012", "Nguyen|Louis|5|7|2024");
        Assert.All(kept.Columns.Skip(2), c => Assert.Equal(ColumnMeaning.Unknown, c.Meaning));
        var also = Recognize("nom|prenom|date_naissance|jour|mois|annee", "Martin|Jeanne|12/04/1821|12|4|1821", "Le Goff|Paul|01/12/1850|1|12|1850", "Durand|Marie|31/01/1899|31|1|1899");
        Assert.All(also.Columns.Skip(3), c => Assert.Equal(ColumnMeaning.Unknown, c.Meaning));
    }

    [Fact]
    public void The_order_of_whole_names_is_told_by_those_that_capitals_do_not_tell()
    {
        string[] told = [.. Enumerable.Range(0, 30).Select(i => $"TKACZUK{(char)('A' + (i % 20))} Jean-Raymond|x{i}")];
        string[] plain = ["M. Michel de Pacy|a", "Sonia Ben Ammar|b", "Marie Dupont|c", "Jean Martin|d", "Paul Durand|e", "Anne Petit|f", "Louis Moreau|g", "Julie Simon|h", "Pierre Laurent|i", "Claire Michel|j"];
        string[] rows = [.. told, .. plain];
        var records = Rows.Of("personne|note", rows);
        var mapping = MappingCompiler.Compile(ColumnRecognizer.Recognize(records, new RecognitionOptions()).Document).Mapping!;
        var citizens = records.Skip(30).Select(r => mapping.Map("f", r, Mapped.Received).Citizens.Single().Citizen).ToList();
        Assert.Equal(("de Pacy", "Michel"), (citizens[0].BirthName ?? citizens[0].UsageName, citizens[0].GivenNames[0]));
        Assert.Equal(("Ben Ammar", "Sonia"), (citizens[1].BirthName ?? citizens[1].UsageName, citizens[1].GivenNames[0]));
    }

    [Theory]
    [InlineData("(919) 555-0134", "704-555-0188", "9195550134")]
    [InlineData("02 41 55 66 77", "06.12.34.56.78", "0241556677")]
    public void Telephones_of_another_countrys_plan_are_kept_as_they_are_written(string one, string other, string digits)
    {
        var records = Rows.Of("last_name|first_name|phone", $"Miller|Anne|{one}", $"Parker|Luke|{other}");
        var mapping = MappingCompiler.Compile(ColumnRecognizer.Recognize(records, new RecognitionOptions()).Document).Mapping!;
        var phone = mapping.Map("f", records[0], Mapped.Received).Citizens[0].Citizen.Phones.Single().Value;
        Assert.EndsWith(digits[1..], new string([.. phone.Where(char.IsAsciiDigit)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Among_telephones_of_another_plan_french_ones_stay_e164_and_placeholders_and_masks_are_none()
    {
        var records = Rows.Of("nom|prenom|telephone", "Martin|Anne|06 12 34 56 78", "Petit|Luc|0000000000", "Durand|Paul|06 12 ** ** 78", "Simon|Eve|(919) 555-0134");
        var mapping = MappingCompiler.Compile(ColumnRecognizer.Recognize(records, new RecognitionOptions()).Document).Mapping!;
        Assert.Equal(["+33612345678", "(919) 555-0134"], records.SelectMany(r => mapping.Map("f", r, Mapped.Received).Citizens[0].Citizen.Phones).Select(p => p.Value));
    }

    [Theory]
    [InlineData("nom|prenom|numero|type_voie|nom_voie|cp", "Martin|Jeanne|5|rue|de Verdun|74000", "Petit|Paul|5|place|du Marché|35000", "5")]
    [InlineData("nom|prenom|type_voie|nom_voie|cp", "Martin|Jeanne|rue|de Verdun|74000", "Petit|Paul|place|du Marché|35000", null)]
    public void A_street_in_pieces_is_one_street(string header, string one, string other, string? number)
    {
        var records = Rows.Of(header, one, other);
        var mapping = MappingCompiler.Compile(ColumnRecognizer.Recognize(records, new RecognitionOptions()).Document).Mapping!;
        var address = mapping.Map("f", records[0], Mapped.Received).Citizens[0].Citizen.Addresses[0];
        Assert.Equal((number, "rue de Verdun", "74000"), (address.HouseNumber, address.Street, address.PostCode));
    }

    [Fact]
    public void A_town_beside_its_postal_code_is_told_and_names_that_could_be_either_are_not()
    {
        var recognized = Recognize(
            "cp|c1|c2|c3",
            "74000|Annecy|Martin|Jeanne",
            "35000|Rennes|Thomas|Paul",
            "69001|Lyon|Simon|Marie");
        Assert.Equal([ColumnMeaning.PostCode, ColumnMeaning.City, ColumnMeaning.Unknown, ColumnMeaning.Unknown], recognized.Columns.Select(c => c.Meaning));
    }

    [Fact]
    public void A_name_already_found_is_not_taken_again_by_values()
    {
        var recognized = Recognize("nom|prenom|metier", "Martin|Jeanne|boulanger", "Le Goff|Paul|peintre", "Durand|Marie|juge");
        Assert.Equal(ColumnMeaning.Unknown, recognized.Columns[2].Meaning);
    }

    [Theory]
    [InlineData("Jeanne Martin", "Paul Nguyen")]
    [InlineData("Martin Jeanne", "Nguyen Paul")]
    public void Whole_names_are_cut_in_the_order_their_values_are_written_in(string one, string other)
    {
        var records = Rows.Of("usager|naissance", $"{one}|12/04/1985", $"{other}|01/02/1950");
        var mapping = MappingCompiler.Compile(ColumnRecognizer.Recognize(records, new RecognitionOptions()).Document).Mapping!;
        var citizen = mapping.Map("f", records[0], Mapped.Received).Citizens[0].Citizen;
        Assert.Equal(("Martin", "Jeanne"), (citizen.BirthName, citizen.GivenNames[0]));
    }

    [Fact]
    public void A_day_that_is_named_birthday_is_a_day_beside_a_year_and_a_date_alone()
    {
        var parts = Rows.Of("nom|prenom|birth_year|birth_month|birth_day", "Martin|Jeanne|1985|4|12");
        var whole = Rows.Of("nom|prenom|birthday", "Martin|Jeanne|1985-04-12");
        foreach (var records in new[] { parts, whole })
        {
            var mapping = MappingCompiler.Compile(ColumnRecognizer.Recognize(records, new RecognitionOptions()).Document).Mapping!;
            Assert.Equal(new PartialDate(1985, 4, 12), mapping.Map("f", records[0], Mapped.Received).Citizens[0].Citizen.BirthDate!.Value);
        }
    }

    [Fact]
    public void Years_of_an_archive_are_read_and_a_day_without_a_month_is_no_month()
    {
        var records = Rows.Of("nom|prenom|birth_year|birth_day", "Martin|Jeanne|1685|12", "Petit|Paul|1702|3");
        var mapping = MappingCompiler.Compile(ColumnRecognizer.Recognize(records, new RecognitionOptions()).Document).Mapping!;
        Assert.Equal(new PartialDate(1685, null, null), mapping.Map("f", records[0], Mapped.Received).Citizens[0].Citizen.BirthDate!.Value);
    }

    private static RecognizedMapping Recognize(string header, params string[] rows) => ColumnRecognizer.Recognize(Rows.Of(header, rows), new RecognitionOptions());
}
