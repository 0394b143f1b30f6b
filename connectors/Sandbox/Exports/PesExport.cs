using System.Globalization;
using System.Text;
using System.Xml;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Exports;

/// <summary>The town's third parties as a Helios PES V2 file: an order to pay for each company, a claim for each person, bank details in all of them.</summary>
internal static class PesExport
{
    private const string Namespace = "http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/aller";
    private const int Width = 38;

    public static void Write(string path, Town.Town town, CancellationToken cancellationToken)
    {
        using var xml = XmlWriter.Create(path, new XmlWriterSettings { Encoding = Encoding.Latin1, Indent = false });
        xml.WriteStartElement("n", "PES_Aller", Namespace);
        Open(xml, "Enveloppe");
        Open(xml, "Parametres", ("Version", "2"), ("TypFic", "PESALR2"), ("NomFic", "SANDBOX2026001"));
        Close(xml, 2);
        Open(xml, "EnTetePES", ("DteStr", "2026-01-02"), ("IdPost", "049007"), ("IdColl", "21490007800012"), ("CodCol", "100"), ("CodBud", "00"));
        Close(xml, 1);
        WriteOrders(xml, town, expense: true, cancellationToken);
        WriteOrders(xml, town, expense: false, cancellationToken);
        xml.WriteEndElement();
    }

    private static void WriteOrders(XmlWriter xml, Town.Town town, bool expense, CancellationToken cancellationToken)
    {
        Open(xml, expense ? "PES_DepenseAller" : "PES_RecetteAller");
        Open(xml, expense ? "EnTeteDepense" : "EnTeteRecette", ("IdVer", "2"));
        Close(xml, 1);
        Open(xml, "Bordereau");
        Open(xml, "BlocBordereau", ("Exer", "2025"), ("IdBord", expense ? "12" : "41"), ("DteBordEm", "2025-12-18"), ("TypBord", "01"));
        Close(xml, 1);
        var number = 0;
        foreach (var record in town.Records(TownSystem.Finance).Where(record => (record.Organisation is not null) == expense))
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteOrder(xml, record, ++number);
        }

        Close(xml, 2);
    }

    private static void WriteOrder(XmlWriter xml, TownRecord record, int number)
    {
        Open(xml, "Piece");
        Open(xml, "BlocPiece");
        Open(xml, "InfoPce", ("IdPce", number.ToString(CultureInfo.InvariantCulture)), ("TypPce", "01"), ("NatPce", "01"), ("Obj", record.Organisation is null ? "RESTAURATION SCOLAIRE" : "FACTURE"));
        Close(xml, 2);
        Open(xml, "LigneDePiece");
        Open(xml, "BlocLignePiece");
        Open(xml, "InfoLignePce", ("IdLigne", "1"), ("MtHT", Amount(record)));
        Close(xml, 2);
        Open(xml, "Tiers");
        if (record.Organisation is { } body)
        {
            Party(xml, ("IdTiers", body.Siret), ("NatIdTiers", body.Siret.Length > 0 ? "01" : ""), ("RefTiers", record.Key), ("CatTiers", "50"), ("NatJur", "03"), ("Nom", Plain(body.Name)));
            Address(xml, body.Address, "", body.PostCode, body.City);
        }
        else
        {
            var said = record.People[0];
            Party(xml, ("RefTiers", record.Key), ("CatTiers", "01"), ("TypTiers", "01"), ("Civilite", said.Sex switch { 'M' => "M", 'F' => "MME", _ => "" }),
                ("Nom", Plain(said.LastName)), ("Prenom", Plain(string.Join(' ', said.GivenNames))));
            Address(xml, Written.Line(said, 1UL << 16), said.Complement, said.PostCode, said.City);
        }

        Open(xml, "CpteBancaire", ("BIC", "BDFEFRPPCCT"), ("IBAN", Iban(record.Style)), ("TitCpte", "TITULAIRE"));
        Close(xml, 4);
    }

    private static void Party(XmlWriter xml, params (string, string)[] leaves)
    {
        Open(xml, "InfoTiers", leaves);
        Close(xml, 1);
    }

    private static void Address(XmlWriter xml, string line, string complement, string postCode, string city)
    {
        Open(xml, "Adresse", ("TypAdr", "1"), ("Adr1", Plain(complement)), ("Adr2", Plain(line)), ("CP", postCode), ("Ville", Plain(city)), ("CodRes", "0"));
        Close(xml, 1);
    }

    private static string Amount(TownRecord record) => ((record.Style % 90_000) / 100m + 5).ToString("0.00", CultureInfo.InvariantCulture);

    // Right in its check digits, and nobody's: the bank 00000 does not exist.
    private static string Iban(ulong style)
    {
        var account = (style % 99_999_999_999UL).ToString("D11", CultureInfo.InvariantCulture);
        var rest = $"0000000000{account}00";
        var mod = 0;
        foreach (var digit in rest + "152700")
        {
            mod = ((mod * 10) + digit - '0') % 97;
        }

        return string.Create(CultureInfo.InvariantCulture, $"FR{98 - mod:D2}{rest}");
    }

    private static string Plain(string text)
    {
        var plain = Fold.Accents(text).ToUpperInvariant();
        return plain.Length <= Width ? plain : plain[..Width];
    }

    private static void Open(XmlWriter xml, string name, params (string Name, string Value)[] leaves)
    {
        xml.WriteStartElement(name);
        foreach (var (leaf, value) in leaves.Where(leaf => leaf.Value.Length > 0))
        {
            xml.WriteStartElement(leaf);
            xml.WriteAttributeString("V", value);
            xml.WriteEndElement();
        }
    }

    private static void Close(XmlWriter xml, int count)
    {
        for (var left = count; left > 0; left--)
        {
            xml.WriteEndElement();
        }
    }
}
