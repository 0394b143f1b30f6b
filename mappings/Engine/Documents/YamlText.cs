using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Mappings.Engine.Documents;

/// <summary>Reads YAML into nodes with marks; what is no YAML becomes an error with its line.</summary>
internal static class YamlText
{
    public static DocumentNode? Read(string text, ErrorList errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..])
            {
                return new DocumentNode(root, null, errors);
            }

            errors.Add(1, null, "a mapping document is a group of `name: value` lines");
        }
        catch (YamlException wrong)
        {
            errors.Add((int)Math.Max(1, wrong.Start.Line), null, $"not readable as YAML: {wrong.Message}");
        }

        return null;
    }
}
