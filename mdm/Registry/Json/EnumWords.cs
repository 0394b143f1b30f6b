using System.Text.Json;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>Words of an enum in camel case; far cheaper than <see cref="Enum.GetName"/> on the import path.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly byte[][] Words =
        [.. Values.Select(value => System.Text.Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(value.ToString())))];

    public static ReadOnlySpan<byte> Of(T value) => Words[Array.IndexOf(Values, value)];

    public static T Read(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (reader.ValueTextEquals(Words[i]))
            {
                return Values[i];
            }
        }

        throw new FormatException($"not a {typeof(T).Name}");
    }
}
