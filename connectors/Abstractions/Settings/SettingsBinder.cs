using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Connectors.Abstractions.Documents;

namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>Binds a document to a typed settings record; whatever the type does not know is an error that names file, line and the nearest valid word.</summary>
public static class SettingsBinder
{
    /// <exception cref="DocumentException">With every error found.</exception>
    public static T Bind<T>(DocumentNode node, string path = "") => (T)Bind(typeof(T), node, path);

    /// <param name="settings">The settings record's type.</param>
    /// <param name="node">The document, or the part of it that holds the settings.</param>
    /// <param name="path">Where that part stands in the document: <c>settings</c>.</param>
    /// <exception cref="DocumentException">With every error found.</exception>
    public static object Bind(Type settings, DocumentNode node, string path = "")
    {
        var errors = new List<DocumentError>();
        var json = Convert(node, settings, path, errors);
        if (errors.Count > 0)
        {
            throw new DocumentException(errors);
        }

        try
        {
            var bound = json.Deserialize(settings, SettingsJson.Options)!;
            errors.AddRange(bound is ICheckedSettings together ? together.Check().Select(problem => At(node, path, problem)) : []);
            return errors.Count == 0 ? bound : throw new DocumentException(errors);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or FormatException and not DocumentException)
        {
            throw new DocumentException([new DocumentError(node.At, path, "setting.value", error.Message)]);
        }
    }

    // The line of the deepest part of the path that is written.
    private static DocumentError At(DocumentNode node, string path, SettingProblem problem)
    {
        var at = node.At;
        foreach (var name in problem.Path.Split('.'))
        {
            if ((node as DocumentNode.Map)?.Entries.FirstOrDefault(entry => entry.Name == name) is not { } found)
            {
                break;
            }

            (node, at) = (found.Value, found.At);
        }

        return new DocumentError(at, Child(path, problem.Path), "setting.together", problem.Message, problem.Nearest);
    }

    private static JsonNode? Convert(DocumentNode node, Type type, string path, List<DocumentError> errors)
    {
        if (node is DocumentNode.Scalar { Text: null })
        {
            return null;
        }

        var info = SettingsJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        switch (info.Kind, node)
        {
            case (JsonTypeInfoKind.Object, DocumentNode.Map map):
                return ConvertObject(map, info, path, errors);
            case (JsonTypeInfoKind.Dictionary, DocumentNode.Map map):
                return new JsonObject(map.Entries.Select(entry =>
                    KeyValuePair.Create(entry.Name, Convert(entry.Value, info.ElementType!, Child(path, entry.Name), errors))));
            case (JsonTypeInfoKind.Enumerable, DocumentNode.List list):
                return new JsonArray([.. list.Items.Select((item, index) => Convert(item, info.ElementType!, $"{path}[{index}]", errors))]);
            case (JsonTypeInfoKind.None, DocumentNode.Scalar scalar):
                return SettingsScalar.Convert(scalar, info, path, errors);
            default:
                errors.Add(new DocumentError(node.At, path, "setting.shape", $"{Shape(info.Kind)} is expected here."));
                return null;
        }
    }

    private static JsonObject ConvertObject(DocumentNode.Map map, JsonTypeInfo info, string path, List<DocumentError> errors)
    {
        var json = new JsonObject();
        foreach (var entry in map.Entries)
        {
            var property = info.Properties.FirstOrDefault(candidate => candidate.Name == entry.Name);
            if (property is null)
            {
                var names = info.Properties.Select(candidate => candidate.Name).ToList();
                errors.Add(new DocumentError(entry.At, Child(path, entry.Name), "setting.unknown",
                    $"There is no such setting; there are: {string.Join(", ", names)}.", NearestWord.Of(entry.Name, names)));
                continue;
            }

            var value = Convert(entry.Value, property.PropertyType, Child(path, entry.Name), errors);
            CheckRange(value, property, entry, Child(path, entry.Name), errors);
            if (value is not null)
            {
                json[entry.Name] = value;
            }
        }

        foreach (var missing in info.Properties.Where(property => property.IsRequired && map[property.Name] is null or DocumentNode.Scalar { Text: null }))
        {
            errors.Add(new DocumentError(map.At, Child(path, missing.Name), "setting.missing", "This setting is required."));
        }

        return json;
    }

    private static void CheckRange(JsonNode? value, JsonPropertyInfo property, DocumentEntry entry, string path, List<DocumentError> errors)
    {
        if (SettingsSchema.Of(property) is { } setting && value is JsonValue scalar && scalar.TryGetValue<long>(out var number)
            && (number < setting.Minimum || number > setting.Maximum))
        {
            var range = setting.Maximum == long.MaxValue ? $"at least {setting.Minimum}" : $"from {setting.Minimum} to {setting.Maximum}";
            errors.Add(new DocumentError(entry.Value.At, path, "setting.range", $"This number must be {range}."));
        }
    }

    private static string Child(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Shape(JsonTypeInfoKind kind) => kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "A map (name: value)",
        JsonTypeInfoKind.Enumerable => "A list",
        _ => "A single value",
    };
}
