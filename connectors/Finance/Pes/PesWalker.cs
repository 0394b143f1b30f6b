using System.Xml;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Xml;

namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>Walks a PES file line by line of its orders, tolerant of what it does not know. Facts of the format: samples of PES V2 files; the schema of the DGFiP was not at hand.</summary>
internal abstract class PesWalker : XmlRowReader
{
    private static readonly HashSet<string> Bank = new(StringComparer.Ordinal) { "CpteBancaire" };
    private static readonly string[] Roots = ["PES_Aller", "PES_ACQUIT", "PES_Retour", "PES_NonValide"];
    private readonly XmlItemReader items;
    private readonly Queue<PesLine> lines = [];
    private bool expense;
    private XmlItem? slip;
    private XmlItem? order;

    protected PesWalker(string path, FileFacts facts, int limit) : base(path, facts)
    {
        items = new XmlItemReader(limit, Bank);
        if (!Roots.Contains(Xml.LocalName))
        {
            Xml.Dispose();
            throw new FileRefusedException("pes.not-pes", $"{File} is no PES file: its first element is not PES_Aller. Check what is put into the folder.");
        }
    }

    protected PesHeader Header { get; private set; } = PesHeader.None;

    protected override FileRow? Next()
    {
        if (lines.TryDequeue(out var line))
        {
            return Take(line);
        }

        if (Xml.NodeType != XmlNodeType.Element || !Meet(Xml.LocalName))
        {
            Xml.Read();
        }

        return null;
    }

    /// <summary>What a line gives; null for nothing yet.</summary>
    protected abstract FileRow? Take(PesLine line);

    // True when the element was read whole.
    private bool Meet(string element)
    {
        switch (element)
        {
            case "PES_PJ": // documents themselves: never read
                SkipElement();
                return true;
            case "PES_DepenseAller" or "PES_RecetteAller":
                expense = element == "PES_DepenseAller";
                return false;
            case "EnTetePES":
                var header = ReadItem();
                Header = new PesHeader(Value(header, "IdPost"), Value(header, "IdColl"), Value(header, "CodBud"));
                return true;
            case "BlocBordereau":
                slip = ReadItem();
                return true;
            case "Piece":
                order = null;
                return false;
            case "BlocPiece":
                order = ReadItem();
                return true;
            case "LigneDePiece":
                var place = Place;
                Queue(ReadItem(), items.Problem, place);
                return true;
            default:
                return false;
        }
    }

    private XmlItem ReadItem()
    {
        var item = items.Read(Xml);
        Xml.Read();
        return item;
    }

    private void Queue(XmlItem line, string? problem, string place)
    {
        var piece = Piece(line);
        foreach (var tiers in line.Children.Where(child => child.Name == "Tiers"))
        {
            lines.Enqueue(new PesLine(PesKey.Of(Header, tiers), tiers, piece, place, problem));
        }

        if (problem is not null && lines.Count == 0)
        {
            lines.Enqueue(new PesLine(null, line, piece, place, problem));
        }
    }

    private PesPiece Piece(XmlItem line)
    {
        var about = order?.Child("InfoPce") ?? order;
        var info = line.Child("BlocLignePiece")?.Child("InfoLignePce");
        var documents = new[] { order, line, line.Child("BlocLignePiece") }.OfType<XmlItem>()
            .SelectMany(item => item.Children).Where(child => child.Name == "PJRef").Select(child => Value(child, "IdUnique")).Where(id => id.Length > 0);
        return new PesPiece(
            expense ? "mandat" : "titre", Value(slip, "Exer"), Value(slip, "IdBord"), Value(slip, "DteBordEm"),
            Value(about, "IdPce"), Value(about, "Obj"), Value(info, "MtHT"), [.. documents.Distinct(StringComparer.Ordinal)]);
    }

    private static string Value(XmlItem? item, string child) => item?.Child(child) is { } found ? found.Attribute("V") ?? found.Text : "";
}
