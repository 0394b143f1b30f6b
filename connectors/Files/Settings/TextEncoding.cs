using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>How a file's bytes are letters.</summary>
public enum TextEncoding
{
    /// <summary>Found out from the whole file.</summary>
    Auto,

    [JsonStringEnumMemberName("utf-8")]
    Utf8,

    /// <summary>Byte order from its mark, little endian without one.</summary>
    [JsonStringEnumMemberName("utf-16")]
    Utf16,

    [JsonStringEnumMemberName("windows-1252")]
    Windows1252,

    [JsonStringEnumMemberName("iso-8859-1")]
    Latin1,
}
