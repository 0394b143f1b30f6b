using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>Converts a value written in a small language of its own (<c>1m x10; then park</c>).</summary>
public abstract class TextConverter<T> : JsonConverter<T>, ITextConverter
{
    /// <summary>A text that is valid.</summary>
    public abstract string Example { get; }

    /// <exception cref="FormatException">With what to write instead.</exception>
    protected abstract T Parse(string text);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Parse(reader.GetString() ?? "");
        }
        catch (FormatException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value?.ToString());
}
