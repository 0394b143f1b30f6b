using IntegrationHub.Connectors.Sandbox.Town.Errors;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>crm.csv: semicolons, windows-1252; letters that encoding lacks lose their marks.</summary>
internal static class CrmFile
{
    public static void Header(TextWriter writer) => CsvLine.Write(writer, "contactid", "salutation", "lastname", "firstname", "gru_nomnaissance", "gendercode",
        "birthdate", "gru_lieunaissance", "emailaddress1", "telephone1", "mobilephone", "address1_line1", "address1_line2", "address1_postalcode",
        "address1_city", "address1_country", "donotbulkemail", "modifiedon");

    public static void Write(TextWriter writer, TownRecord record)
    {
        var said = record.People[0];
        var mobile = Written.IsMobile(said.Phone);
        var phone = Written.Phone(said.Phone, record.Style);
        var place = said.BirthCommune is { } commune ? $"{commune.Name} ({commune.Department})" : said.BirthCountry?.Name ?? "";
        CsvLine.Write(writer, record.Key, Written.Civility(said), Fold.ToWestern(said.LastName), Fold.ToWestern(string.Join(", ", said.GivenNames)),
            Fold.ToWestern(said.BirthName), said.Sex switch { 'M' => "1", 'F' => "2", _ => "" }, Written.French(said.BirthDate), Fold.ToWestern(place),
            said.Email, mobile ? "" : phone, mobile ? phone : "", Fold.ToWestern(Written.Line(said, record.Style)), Fold.ToWestern(said.Complement), said.PostCode,
            Fold.ToWestern(said.City), said.City.Length > 0 ? "France" : "", (record.Style >> 24) % 4 == 0 ? "Oui" : "Non", Written.At(record.ChangedAt, "dd/MM/yyyy HH:mm"));
    }
}
