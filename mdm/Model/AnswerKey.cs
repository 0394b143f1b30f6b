namespace IntegrationHub.Mdm.Model;

/// <summary>How an enricher's answer names the source part it is about: its record's key spells that part's key, and its only citizen is the part <c>@</c>.</summary>
/// <remarks>An answer is no evidence of who somebody is. It stands behind the golden record of the part it is about wherever that goes, it is in no match index, and it is gone when that part is.</remarks>
public static class AnswerKey
{
    /// <summary>The part every answer's citizen is.</summary>
    public const string Part = "@";

    private const int Pieces = 3;

    /// <summary>The key of the record that answers about a part.</summary>
    public static string Of(PartKey about) => $"{about.Record.Connection}/{Uri.EscapeDataString(about.Part)}/{about.Record.Key}";

    public static bool IsAnswer(PartKey part) => part.Part == Part && About(part) is not null;

    /// <summary>The part an answer is about; null when this is no answer.</summary>
    public static PartKey? About(PartKey answer) =>
        answer.Part == Part && answer.Record.Key.Split('/', Pieces) is [{ Length: > 0 } connection, var part, { Length: > 0 } key]
            ? new PartKey(connection, key, Uri.UnescapeDataString(part))
            : null;
}
