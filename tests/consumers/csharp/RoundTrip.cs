// Reads every document into the types that quicktype generated and writes it back:
//   RoundTrip.exe CORPUS/documents OUT
using System;
using System.IO;
using System.Linq;
using System.Reflection;

public static class RoundTrip
{
    public static int Main(string[] args)
    {
        var count = 0;
        foreach (var folder in Directory.GetDirectories(args[0]))
        {
            var name = Path.GetFileName(folder);
            var all = Assembly.GetExecutingAssembly().GetTypes();
            var types = all.Where(type => type.Namespace == Namespace(name)).ToArray();
            var read = types.Select(type => type.GetMethod("FromJson")).Single(method => method != null);
            var write = types.Single(type => type.Name == "Serialize").GetMethod("ToJson");
            Directory.CreateDirectory(Path.Combine(args[1], name));
            foreach (var file in Directory.GetFiles(folder))
            {
                var value = read.Invoke(null, new object[] { File.ReadAllText(file) });
                var text = (string)write.Invoke(null, new[] { value });
                File.WriteAllText(Path.Combine(args[1], name, Path.GetFileName(file)), text);
                count++;
            }
        }
        Console.WriteLine(count + " documents written back");
        return 0;
    }

    private static string Namespace(string name)
    {
        var words = name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1));
        return "Dspt." + string.Concat(words);
    }
}
